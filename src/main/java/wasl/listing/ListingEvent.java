package wasl.listing;

import java.util.List;
import wasl.shared.DomainEvent;

/**
 * What has happened to a listing. The aggregate's verbs remember these and {@link Listings#save}
 * fires them in its transaction: a use case never fires them itself.
 */
public sealed interface ListingEvent extends DomainEvent {

  /** The listing to which it happened. */
  ListingId listing();

  record ListingSubmitted(ListingId listing) implements ListingEvent {}

  record ListingRecalled(ListingId listing) implements ListingEvent {}

  /**
   * @param sections where changes were asked for
   */
  record ChangesRequested(ListingId listing, List<Section> sections) implements ListingEvent {}

  /**
   * @param changed the sections that the owner has changed: only these are vetted again
   */
  record ListingResubmitted(ListingId listing, List<Section> changed) implements ListingEvent {}

  record ListingApproved(ListingId listing) implements ListingEvent {}

  record ListingRejected(ListingId listing) implements ListingEvent {}

  record ListingAppealed(ListingId listing) implements ListingEvent {}

  record ListingPublished(ListingId listing) implements ListingEvent {}

  record ListingLapsed(ListingId listing) implements ListingEvent {}

  record ListingStarted(ListingId listing) implements ListingEvent {}

  /** The deadline has come and the goal was reached: pledges are charged from now on. */
  record CollectingStarted(ListingId listing) implements ListingEvent {}

  record ListingFunded(ListingId listing) implements ListingEvent {}

  /**
   * @param collecting whether money had been collected already, which then is refunded
   */
  record ListingUnfunded(ListingId listing, boolean collecting) implements ListingEvent {}

  /**
   * @param from the state before: it says what can still be done, and what was charged already
   */
  record ListingSuspended(ListingId listing, String reason, ListingState from)
      implements ListingEvent {}

  /**
   * @param to the state before the suspension, to which it has come back
   */
  record ListingResumed(ListingId listing, ListingState to) implements ListingEvent {}

  /**
   * @param from the state before, or before the suspension: from {@code FUNDED} on money stands in
   *     escrow, which then is refunded in proportion
   */
  record ListingStopped(ListingId listing, ListingState from) implements ListingEvent {}

  record ListingDelivered(ListingId listing) implements ListingEvent {}

  record RepayingStarted(ListingId listing) implements ListingEvent {}

  record ListingCompleted(ListingId listing) implements ListingEvent {}

  record ListingDefaulted(ListingId listing) implements ListingEvent {}

  /**
   * @param from the state before: a published listing may have pledges, which are released
   */
  record ListingWithdrawn(ListingId listing, ListingState from) implements ListingEvent {}
}
