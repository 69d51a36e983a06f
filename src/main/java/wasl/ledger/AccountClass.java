package wasl.ledger;

/** What an account stands for; decides on which side it grows. */
public enum AccountClass {
  ASSET(Side.DEBIT),
  LIABILITY(Side.CREDIT),
  INCOME(Side.CREDIT),
  EXPENSE(Side.DEBIT);

  private final Side normalSide;

  AccountClass(Side normalSide) {
    this.normalSide = normalSide;
  }

  /** The side on which entries make the balance larger. */
  public Side normalSide() {
    return normalSide;
  }
}
