package wasl.ledger;

/** Whose money an account counts: the platform's as a whole, or one listing's or party's. */
public enum AccountOwner {
  PLATFORM,
  LISTING,
  PARTY
}
