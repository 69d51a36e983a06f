package wasl.listing;

import static wasl.listing.ListingAction.*;

import java.util.EnumSet;
import wasl.shared.Lifecycle;

/** The life cycle of a listing. */
public enum ListingState {
  DRAFT,
  SUBMITTED,
  IN_REVIEW,
  CHANGES_REQUESTED,
  APPROVED,
  REJECTED,
  LAPSED,
  SCHEDULED,
  LIVE,
  COLLECTING,
  FUNDED,
  UNFUNDED,
  SUSPENDED,
  STOPPED,
  DELIVERED,
  REPAYING,
  COMPLETED,
  DEFAULTED,
  WITHDRAWN;

  /**
   * The table of the product. {@code RESUME} leads back to the state before the suspension; the
   * table names {@code LIVE}, the aggregate puts the remembered state in its place. {@code
   * WITHDRAW} is possible from {@code SUSPENDED} only where the suspension came before {@code
   * COLLECTING}: the aggregate remembers.
   */
  public static final Lifecycle<ListingState, ListingAction> LIFECYCLE =
      Lifecycle.from(DRAFT, ListingState.class, ListingAction.class)
          .on(DRAFT, SUBMIT, SUBMITTED)
          .on(SUBMITTED, RECALL, DRAFT)
          .on(SUBMITTED, OPEN, IN_REVIEW)
          .on(IN_REVIEW, ASK_FOR_CHANGES, CHANGES_REQUESTED)
          .on(CHANGES_REQUESTED, RESUBMIT, IN_REVIEW)
          .on(IN_REVIEW, APPROVE, APPROVED)
          .on(IN_REVIEW, REJECT, REJECTED)
          .on(REJECTED, APPEAL, IN_REVIEW)
          .on(APPROVED, PUBLISH, SCHEDULED)
          .on(APPROVED, LAPSE, LAPSED)
          .on(SCHEDULED, START, LIVE)
          .on(LIVE, REACH_GOAL, COLLECTING)
          .on(LIVE, MISS_GOAL, UNFUNDED)
          .on(COLLECTING, FUND, FUNDED)
          .on(COLLECTING, FALL_SHORT, UNFUNDED)
          .on(EnumSet.of(SCHEDULED, LIVE, COLLECTING, FUNDED), SUSPEND, SUSPENDED)
          .on(SUSPENDED, RESUME, LIVE)
          .on(EnumSet.of(SUSPENDED, FUNDED), STOP, STOPPED)
          .on(FUNDED, DELIVER, DELIVERED)
          .on(FUNDED, START_REPAYING, REPAYING)
          .on(REPAYING, COMPLETE, COMPLETED)
          .on(REPAYING, ListingAction.DEFAULT, DEFAULTED)
          .on(
              EnumSet.of(
                  DRAFT,
                  SUBMITTED,
                  IN_REVIEW,
                  CHANGES_REQUESTED,
                  APPROVED,
                  SCHEDULED,
                  LIVE,
                  SUSPENDED),
              WITHDRAW,
              WITHDRAWN)
          .done();

  /** Whether the public sees it: scheduled and later, and what became of it. */
  public boolean published() {
    return ordinal() >= SCHEDULED.ordinal();
  }
}
