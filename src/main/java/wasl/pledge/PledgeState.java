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
          .on(EnumSet.of(REFUNDING, REFUNDED), FAIL_REFUND, COLLECTED)
          .on(COLLECTED, DISPUTE, DISPUTED)
          .on(DISPUTED, WIN_DISPUTE, COLLECTED)
          .on(DISPUTED, LOSE_DISPUTE, CHARGED_BACK)
          .on(DISPUTED, LOSE_PART, COLLECTED)
          .on(EnumSet.of(STARTED, REFLECTING, FIRM), RELEASE, RELEASED)
          .done();

  /**
   * In which of a listing's totals a pledge of this state counts.
   *
   * @param started promised without a card: only the cap minds it
   * @param pledged promised with a card, and what became of it
   * @param firm as pledged, past the reflection
   * @param collected charged
   */
  record Counts(boolean started, boolean pledged, boolean firm, boolean collected) {

    long started(long minor) {
      return started ? minor : 0;
    }

    long pledged(long minor) {
      return pledged ? minor : 0;
    }

    long firm(long minor) {
      return firm ? minor : 0;
    }

    long collected(long minor) {
      return collected ? minor : 0;
    }
  }

  /** In which totals it counts. */
  Counts counts() {
    return switch (this) {
      case STARTED -> new Counts(true, false, false, false);
      case REFLECTING -> new Counts(false, true, false, false);
      case FIRM, CHARGING, REPAIR -> new Counts(false, true, true, false);
      case COLLECTED, REFUNDING, DISPUTED -> new Counts(false, true, true, true);
      case EXPIRED, CANCELLED, RELEASED, DROPPED, REFUNDED, CHARGED_BACK ->
          new Counts(false, false, false, false);
    };
  }

  /** Whether its money was charged and is here. */
  public boolean collected() {
    return counts().collected();
  }

  /** The states in which an investor has a stake in the listing. */
  public static final EnumSet<PledgeState> WITH_STAKE =
      EnumSet.of(REFLECTING, FIRM, CHARGING, REPAIR, COLLECTED, REFUNDING, DISPUTED);
}
