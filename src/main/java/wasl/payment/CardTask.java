package wasl.payment;

import wasl.task.TaskKind;

/** What the finance desk is told about cards. */
enum CardTask implements TaskKind {
  /** A limit on trying cards was reached. */
  CARD_TESTING;

  @Override
  public boolean byHand() {
    return true;
  }
}
