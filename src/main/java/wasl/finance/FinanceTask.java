package wasl.finance;

import wasl.task.TaskKind;

/** What the watchdog and the officers' own work may leave on the finance desk. */
public enum FinanceTask implements TaskKind {
  /** Another officer must decide. */
  REFUND_TO_APPROVE,
  /** Another officer must decide whether a fee is booked. */
  FEE_TO_APPROVE,
  /** Another officer must decide whether something is booked by hand. */
  BOOKING_TO_APPROVE,
  /** The gateway and the books could not be compared for long. */
  RECONCILIATION_STANDS,
  /** A comparison of the gateway and the books left something out. */
  RECONCILIATION_PARTIAL,
  /** Nobody knows what became of a charge. */
  CHARGE_UNKNOWN,
  /** Pledges are to be charged and nothing happens. */
  CHARGING_STANDS,
  /** Charging has been held for long. */
  CHARGING_PAUSED,
  /** A refund is neither done nor failed. */
  REFUND_STANDS,
  /** The gateway's balance is too small for refunds. */
  REFUND_WAITS,
  /** A refund has come back or was refused. */
  REFUND_FAILED,
  /** The platform has borne a part of a refund that nobody had approved. */
  LOSS_UNAPPROVED(true),
  /** A dispute waits for its answer. */
  DISPUTE_UNANSWERED,
  /** A dispute is open for longer than banks take. */
  DISPUTE_STANDS,
  /** Background work was given up. */
  WORK_FAILED,
  /** Background work fails again and again. */
  WORK_STANDS,
  /** What the gateway told was not processed. */
  EVENT_STANDS,
  /** A campaign is past its deadline. */
  CAMPAIGN_OVERDUE,
  /** A collection window is over and its project neither funded nor not. */
  WINDOW_OVERDUE,
  /** Money lies with the gateway and is not paid out. */
  CLEARING_STANDS,
  /** More has left the gateway's clearing than was there. */
  CLEARING_BELOW_ZERO,
  /** Less is there than is held for others. */
  COVER_MISSING;

  private final boolean byHand;

  FinanceTask() {
    this(false);
  }

  FinanceTask(boolean byHand) {
    this.byHand = byHand;
  }

  @Override
  public boolean byHand() {
    return byHand;
  }
}
