package wasl.party;

/** How a person wishes to be addressed, where the language makes a difference; optional. */
public enum AddressForm {
  NEUTRAL,
  F,
  M
}
