package wasl.vetting;

import static wasl.vetting.CaseAction.APPEAL;
import static wasl.vetting.CaseAction.ASK_FOR_CHANGES;
import static wasl.vetting.CaseAction.CLOSE;
import static wasl.vetting.CaseAction.CONFIRM;
import static wasl.vetting.CaseAction.OPEN;
import static wasl.vetting.CaseAction.PROPOSE;
import static wasl.vetting.CaseAction.PROPOSE_STOP;
import static wasl.vetting.CaseAction.RESUBMIT;
import static wasl.vetting.CaseAction.RETURN;

import java.util.EnumSet;
import wasl.shared.Lifecycle;

/** Where a case stands on the institution's desk. */
public enum CaseState {
  /** Handed in, nobody has opened it. */
  NEW,
  IN_REVIEW,
  /** The entrepreneur has been asked for changes; the institution's days do not run. */
  WAITING,
  /** One reviewer has proposed a decision, another has to confirm it. */
  PROPOSED,
  DECIDED,
  /** One reviewer has proposed to stop the listing for good. */
  STOP_PROPOSED,
  /** Recalled, withdrawn, lapsed or stopped: nothing is left to do. */
  CLOSED;

  /** The table. */
  public static final Lifecycle<CaseState, CaseAction> LIFECYCLE =
      Lifecycle.from(NEW, CaseState.class, CaseAction.class)
          .on(NEW, OPEN, IN_REVIEW)
          .on(IN_REVIEW, ASK_FOR_CHANGES, WAITING)
          .on(WAITING, RESUBMIT, IN_REVIEW)
          .on(IN_REVIEW, PROPOSE, PROPOSED)
          .on(PROPOSED, RETURN, IN_REVIEW)
          .on(PROPOSED, CONFIRM, DECIDED)
          .on(DECIDED, APPEAL, IN_REVIEW)
          .on(DECIDED, PROPOSE_STOP, STOP_PROPOSED)
          .on(STOP_PROPOSED, RETURN, DECIDED)
          .on(STOP_PROPOSED, CONFIRM, CLOSED)
          .on(EnumSet.of(NEW, IN_REVIEW, WAITING, PROPOSED, DECIDED, STOP_PROPOSED), CLOSE, CLOSED)
          .done();
}
