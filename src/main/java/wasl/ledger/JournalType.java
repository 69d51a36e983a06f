package wasl.ledger;

/** The events of money, one for each row of the product's table. */
public enum JournalType {
  PLEDGE_COLLECTED,
  GATEWAY_FEE,
  /** An officer has the books follow a fee of the gateway that they did not know. */
  FEE_CORRECTED,
  GATEWAY_PAYOUT,
  CLEARING_TOP_UP,
  REFUND,
  REFUND_FAILED,
  /** A failed refund was paid from the escrow bank account. */
  REFUND_PAID,
  /** A failed refund is not owed: the cardholder's bank has taken the charge back. */
  REFUND_CHARGED_BACK,
  DISPUTE_OPENED,
  DISPUTE_FEE,
  DISPUTE_WON,
  DISPUTE_LOST,
  /** The listing is funded: its tips are the platform's. */
  TIPS_EARNED,
  /** Tips and fees leave the escrow bank account. */
  ESCROW_SWEEP,
  TRANCHE_APPROVED,
  TRANCHE_CONFIRMED,
  TRANCHE_REJECTED,
  EXCHANGE,
  REPAYMENT_RECEIVED,
  REPAYMENT_DISTRIBUTED,
  WALLET_WITHDRAWN,
  WITHDRAWAL_CONFIRMED,
  /** Undoes another journal, line by line. */
  REVERSAL
}
