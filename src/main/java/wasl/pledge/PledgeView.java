package wasl.pledge;

import java.time.Instant;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.party.PartyId;

/**
 * A pledge as pages and programs see it.
 *
 * @param listing what it is for
 * @param payToken the word in the address at which its card is saved
 */
public record PledgeView(
    PledgeId id,
    ListingFacts listing,
    PartyId investor,
    PledgeState state,
    Money amount,
    Money tip,
    boolean publicName,
    String country,
    String mandate,
    String payToken,
    Instant placedAt,
    Instant confirmedAt,
    Instant reflectingUntil,
    Instant endedAt) {

  /** A pledge as the aggregate knows it. */
  static PledgeView of(Pledge pledge, ListingFacts listing) {
    return new PledgeView(
        pledge.id(),
        listing,
        pledge.investor(),
        pledge.state(),
        pledge.amount(),
        pledge.tip(),
        pledge.publicName(),
        pledge.country(),
        pledge.mandate(),
        PayToken.of(pledge.id(), pledge.paySecret()).toString(),
        pledge.placedAt(),
        pledge.confirmedAt(),
        pledge.reflectingUntil(),
        pledge.endedAt());
  }

  /** The same pledge with what is known of its listing. */
  PledgeView with(ListingFacts facts) {
    return new PledgeView(
        id,
        facts,
        investor,
        state,
        amount,
        tip,
        publicName,
        country,
        mandate,
        payToken,
        placedAt,
        confirmedAt,
        reflectingUntil,
        endedAt);
  }

  /** Until when it waits for its card. */
  public Instant waitsUntil() {
    Instant day = placedAt.plus(Pledge.WAITS_FOR_CARD);
    return day.isBefore(listing.deadline()) ? day : listing.deadline();
  }

  /** What the card is charged. */
  public Money total() {
    return amount.plus(tip);
  }

  /** Until when it may be cancelled or changed once it is firm. */
  public Instant cancelUntil() {
    return Pledge.cancelUntil(placedAt, listing.deadline());
  }

  /** Whether the investor may cancel or change it at this instant. */
  public boolean cancellable(Instant now) {
    if (!PledgeState.LIFECYCLE.allows(state, PledgeAction.CANCEL)) {
      return false;
    }
    if (listing.state() == ListingState.SUSPENDED) {
      // a pause of the campaign stops its clock; one of the collection comes after the deadline
      return listing.collectingUntil() == null;
    }
    Instant until = state == PledgeState.FIRM ? cancelUntil() : listing.deadline();
    return listing.state() == ListingState.LIVE && now.isBefore(until);
  }

  /** Whether its card is still to be saved. */
  public boolean waitsForCard() {
    return state == PledgeState.STARTED;
  }
}
