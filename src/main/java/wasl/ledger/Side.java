package wasl.ledger;

/** The two sides of a journal. */
public enum Side {
  DEBIT,
  CREDIT;

  /** The other side. */
  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
