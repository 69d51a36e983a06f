package wasl.community;

import static wasl.community.ReportAction.*;

import java.util.EnumSet;
import wasl.shared.Lifecycle;

/** The life cycle of a report of abuse. */
public enum ReportState {
  OPEN,
  /** Handed to whoever can look into it; a second answer follows. */
  PASSED_ON,
  UPHELD,
  DISMISSED;

  /** The table. */
  public static final Lifecycle<ReportState, ReportAction> LIFECYCLE =
      Lifecycle.from(OPEN, ReportState.class, ReportAction.class)
          .on(OPEN, PASS_ON, PASSED_ON)
          .on(EnumSet.of(OPEN, PASSED_ON), UPHOLD, UPHELD)
          .on(EnumSet.of(OPEN, PASSED_ON), DISMISS, DISMISSED)
          .done();

  /** Whether nothing more is to be done about it. */
  public boolean ended() {
    return this == UPHELD || this == DISMISSED;
  }
}
