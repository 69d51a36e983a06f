package wasl.listing;

import java.time.Instant;
import java.time.LocalDate;
import wasl.shared.Refusal;

/** Why something cannot be done with a listing or its business. */
public sealed interface ListingRefused extends Refusal {

  /** There is no such listing, or it is not for this reader. */
  record NotFound() implements ListingRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** The life cycle does not allow the step in the state in which the listing is by now. */
  record StateChanged(ListingState state) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The 30 days after the rejection are over. */
  record AppealTooLate(LocalDate until) implements ListingRefused {}

  /** A listing may be appealed once. */
  record AppealedAlready() implements ListingRefused {}

  /** What happens by itself at an instant was asked for before it. */
  record NotYetDue(Instant from) implements ListingRefused {}

  /** Conditions that must be met before publication are not confirmed yet. */
  record PreconditionsOpen(long count) implements ListingRefused {}

  /** The campaign's start lies too far ahead. */
  record StartTooLate(Instant latest) implements ListingRefused {}

  /** The reviewers did not ask for changes in this section. */
  record SectionClosed(Section section) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Somebody saved the same section in the meantime. */
  record EditConflict(Section section) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The owner has not said yet that the condition is met. */
  record ConditionNotDone() implements ListingRefused {}
}
