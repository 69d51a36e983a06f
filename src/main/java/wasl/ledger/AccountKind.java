package wasl.ledger;

import static wasl.ledger.AccountClass.ASSET;
import static wasl.ledger.AccountClass.EXPENSE;
import static wasl.ledger.AccountClass.INCOME;
import static wasl.ledger.AccountClass.LIABILITY;
import static wasl.ledger.AccountOwner.LISTING;
import static wasl.ledger.AccountOwner.PARTY;
import static wasl.ledger.AccountOwner.PLATFORM;

/**
 * The chart of accounts. Every liability is other people's money, so none of them may go below
 * zero: a debit locks the account and is refused where too little stands on it.
 */
public enum AccountKind {
  /** What the gateway owes us. */
  GATEWAY_CLEARING(ASSET, PLATFORM),
  /** The bank account in which other people's money lies. */
  ESCROW_BANK(ASSET, PLATFORM),
  /** Our own bank account. */
  OPERATING_BANK(ASSET, PLATFORM),
  /** What was collected for a listing and has not left. */
  LISTING_ESCROW(LIABILITY, LISTING),
  /** Tips collected with a listing's pledges until it is funded. */
  TIPS_HELD(LIABILITY, LISTING),
  TIP_INCOME(INCOME, PLATFORM),
  GATEWAY_FEES(EXPENSE, PLATFORM),
  PLATFORM_FEE_INCOME(INCOME, PLATFORM),
  PLATFORM_LOSS(EXPENSE, PLATFORM),
  PLATFORM_RECOVERY(INCOME, PLATFORM),
  /** Refunds that failed and must be paid another way. */
  REFUNDS_PAYABLE(LIABILITY, PLATFORM),
  /** Amounts that the gateway holds while a dispute is open. */
  DISPUTES_RECEIVABLE(ASSET, PLATFORM),
  DISPUTE_FEES(EXPENSE, PLATFORM),
  /** Tranches approved and not yet confirmed by the bank. */
  TRANCHES_IN_TRANSIT(LIABILITY, PLATFORM),
  REPAYMENTS_BANK(ASSET, PLATFORM),
  REPAYMENTS_TO_DISTRIBUTE(LIABILITY, PLATFORM),
  INVESTOR_WALLET(LIABILITY, PARTY),
  WITHDRAWALS_IN_TRANSIT(LIABILITY, PLATFORM),
  /** One for each currency; an exchange goes through two of them. */
  LIQUIDITY(ASSET, PLATFORM);

  private final AccountClass accountClass;
  private final AccountOwner owner;

  AccountKind(AccountClass accountClass, AccountOwner owner) {
    this.accountClass = accountClass;
    this.owner = owner;
  }

  public AccountClass accountClass() {
    return accountClass;
  }

  /** Whether each listing or party has an account of its own of this kind. */
  public AccountOwner owner() {
    return owner;
  }

  /** The side on which entries make the balance larger. */
  public Side normalSide() {
    return accountClass.normalSide();
  }

  /** Whether its balance may never go below zero. */
  public boolean guarded() {
    return accountClass == LIABILITY;
  }
}
