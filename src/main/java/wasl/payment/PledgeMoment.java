package wasl.payment;

import java.time.Instant;

/**
 * One point of a pledge's time line.
 *
 * @param kind which: the texts say it in plain words
 * @param when whether it is past, present, still to come, or gone wrong
 * @param at its time; null where none is known
 * @param reason why a bank declined; null for others
 */
public record PledgeMoment(Kind kind, When when, Instant at, DeclineReason reason) {

  /** Past, present, to come, or gone wrong. */
  public enum When {
    DONE,
    NOW,
    NEXT,
    LATE
  }

  /** What happened, happens or will happen. */
  public enum Kind {
    PLACED,
    CHANGED,
    CARD_AWAITED,
    CARD_SAVED,
    REFLECTION_ENDS,
    REFLECTION_OVER,
    CANCEL_ENDS,
    CANCEL_OVER,
    PAUSED,
    CHARGE_PLANNED,
    CHARGE_RUNS,
    CHARGE_UNKNOWN,
    CHARGED,
    DECLINED,
    RETRY_PLANNED,
    WINDOW_ENDS,
    CANCELLED,
    EXPIRED,
    RELEASED,
    DROPPED,
    REFUND_ASKED,
    REFUNDED,
    /** By bank transfer. */
    PAID_BACK,
    REFUND_FAILED,
    DISPUTED,
    DISPUTE_WON,
    CHARGED_BACK
  }

  static PledgeMoment done(Kind kind, Instant at) {
    return new PledgeMoment(kind, When.DONE, at, null);
  }

  static PledgeMoment now(Kind kind, Instant at) {
    return new PledgeMoment(kind, When.NOW, at, null);
  }

  static PledgeMoment next(Kind kind, Instant at) {
    return new PledgeMoment(kind, When.NEXT, at, null);
  }

  static PledgeMoment late(Kind kind, Instant at) {
    return new PledgeMoment(kind, When.LATE, at, null);
  }
}
