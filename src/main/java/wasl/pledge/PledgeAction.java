package wasl.pledge;

/** What can happen to a pledge. */
public enum PledgeAction {
  /** The gateway has saved the card, and the country asks for days of reflection. */
  REFLECT,
  /** The gateway has saved the card, or the days of reflection are over. */
  CONFIRM,
  EXPIRE,
  CANCEL,
  CHARGE,
  COLLECT,
  DECLINE,
  DROP,
  ASK_REFUND,
  REFUND,
  FAIL_REFUND,
  DISPUTE,
  WIN_DISPUTE,
  LOSE_DISPUTE,
  /** Only a part was disputed, and that is lost. */
  LOSE_PART,
  RELEASE
}
