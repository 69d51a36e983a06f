package wasl.pledge;

import static wasl.pledge.PledgeAction.*;

import java.util.EnumSet;
import wasl.shared.Lifecycle;

/** The life cycle of a pledge. */
public enum PledgeState {
  STARTED,
  REFLECTING,
  FIRM,
  EXPIRED,
  CANCELLED,
  RELEASED,
  CHARGING,
  COLLECTED,
  REPAIR,
  DROPPED,
  REFUNDING,
  REFUNDED,
  DISPUTED,
  CHARGED_BACK;

  /** The table of the product. */
  public static final Lifecycle<PledgeState, PledgeAction> LIFECYCLE =
      Lifecycle.from(STARTED, PledgeState.class, PledgeAction.class)
          .on(STARTED, REFLECT, REFLECTING)
          .on(STARTED, CONFIRM, FIRM)
          .on(STARTED, EXPIRE, EXPIRED)
          .on(REFLECTING, CONFIRM, FIRM)
          .on(EnumSet.of(REFLECTING, FIRM), CANCEL, CANCELLED)
          .on(EnumSet.of(FIRM, REPAIR), CHARGE, CHARGING)
          .on(CHARGING, COLLECT, COLLECTED)
          .on(CHARGING, DECLINE, REPAIR)
          .on(REPAIR, DROP, DROPPED)
          .on(COLLECTED, ASK_REFUND, REFUNDING)
          .on(REFUNDING, REFUND, REFUNDED)
          .on(REFUNDING, FAIL_REFUND, COLLECTED)
          .on(COLLECTED, DISPUTE, DISPUTED)
          .on(DISPUTED, WIN_DISPUTE, COLLECTED)
          .on(DISPUTED, LOSE_DISPUTE, CHARGED_BACK)
          .on(EnumSet.of(STARTED, REFLECTING, FIRM), RELEASE, RELEASED)
          .done();
}
