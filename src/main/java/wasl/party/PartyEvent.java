package wasl.party;

import wasl.shared.DomainEvent;
import wasl.shared.Lang;
import wasl.shared.SecretEvent;

/**
 * What happens to accounts and is told by letter. A {@code path} is that of the letter's link,
 * without the language before it; its last part may be secret ({@link SecretEvent}), and nothing
 * else in an event is.
 */
public sealed interface PartyEvent extends DomainEvent {

  /** A new account waits for its address to be confirmed. */
  record EmailConfirmationAsked(
      PartyId party, String name, AddressForm addressForm, String email, Lang lang, String path)
      implements PartyEvent, SecretEvent {}

  /** Somebody wants to choose a new password. */
  record PasswordResetAsked(
      PartyId party, String name, AddressForm addressForm, String email, Lang lang, String path)
      implements PartyEvent, SecretEvent {}

  /**
   * Somebody tried to open an account with the address of one that exists. The page says the same
   * in both cases; only the letter tells. The path is that of the page for a forgotten password.
   */
  record AddressAlreadyKnown(
      PartyId party, String name, AddressForm addressForm, String email, Lang lang, String path)
      implements PartyEvent {}

  /** An officer was invited. */
  record StaffInvited(InstitutionId institution, String email, Lang lang, String path)
      implements PartyEvent, SecretEvent {}

  /** A password was changed or chosen anew. */
  record PasswordChanged(
      PartyId party, String name, AddressForm addressForm, String email, Lang lang)
      implements PartyEvent {}
}
