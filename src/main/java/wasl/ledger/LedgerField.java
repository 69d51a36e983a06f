package wasl.ledger;

/** By what the books are filtered and exported; pages name their fields so. */
public enum LedgerField {
  PLEDGE,
  LISTING,
  ACCOUNT,
  TYPE,
  FROM,
  TO,
  /** The form of an export. */
  AS
}
