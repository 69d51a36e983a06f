package wasl.pledge;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.DomainEvent;

/**
 * What has happened to a pledge. The aggregate's verbs remember these and {@link Pledges#save}
 * fires them in its transaction.
 */
public sealed interface PledgeEvent extends DomainEvent {

  PledgeId pledge();

  ListingId listing();

  PartyId investor();

  /** Placed; no card yet. Never fired: its messages are written together with it (ADR 22). */
  record PledgePlaced(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** The card is saved and the days of reflection run. */
  record PledgeReflecting(PledgeId pledge, ListingId listing, PartyId investor, Instant until)
      implements PledgeEvent {}

  /** Firm: the card is saved and nothing has to be waited for. */
  record PledgeConfirmed(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** The investor has changed the amount or the tip. */
  record PledgeChanged(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** Cancelling ends in two days; the charge follows at the deadline. */
  record PledgeChargeAnnounced(
      PledgeId pledge, ListingId listing, PartyId investor, Instant cancelUntil, Instant chargedAt)
      implements PledgeEvent {}

  record PledgeCancelled(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** No card came in time. */
  record PledgeExpired(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** The listing ended without it; nothing was taken. */
  record PledgeReleased(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** The card is to be charged. */
  record PledgeChargeDue(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeCollected(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /**
   * The charge did not succeed.
   *
   * @param reason the name of the reason, which payment explains in words
   */
  record PledgeNeedsRepair(PledgeId pledge, ListingId listing, PartyId investor, String reason)
      implements PledgeEvent {}

  /** Given up, or the collection window is over. */
  record PledgeDropped(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeRefunding(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeRefunded(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /**
   * A part has gone back; the pledge stays.
   *
   * @param partMinor what has gone back, with its part of the tip, in minor units
   */
  record PledgePartRefunded(
      PledgeId pledge, ListingId listing, PartyId investor, long partMinor, String currency)
      implements PledgeEvent {

    /** What has gone back. */
    public Money part() {
      return Money.minor(partMinor, Currency.valueOf(currency));
    }
  }

  /**
   * A charge came to light that nobody waits for any more: it goes back.
   *
   * @param totalMinor what was charged, with the tip, in minor units
   */
  record PledgeChargeReturned(
      PledgeId pledge, ListingId listing, PartyId investor, long totalMinor, String currency)
      implements PledgeEvent {

    /** What was charged and goes back. */
    public Money returned() {
      return Money.minor(totalMinor, Currency.valueOf(currency));
    }
  }

  /**
   * What a failed refund left owing was paid by bank transfer.
   *
   * @param totalMinor with the part of the tip, in minor units
   */
  record PledgePaidBack(
      PledgeId pledge, ListingId listing, PartyId investor, long totalMinor, String currency)
      implements PledgeEvent {

    /** What was paid. */
    public Money paid() {
      return Money.minor(totalMinor, Currency.valueOf(currency));
    }
  }

  /** The refund failed: the money is here again, and somebody has to act. */
  record PledgeRefundFailed(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeDisputed(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeDisputeWon(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  record PledgeChargedBack(PledgeId pledge, ListingId listing, PartyId investor)
      implements PledgeEvent {}

  /** A dispute about a part was lost: so much, tip included, is with the cardholder's bank. */
  record PledgePartChargedBack(
      PledgeId pledge, ListingId listing, PartyId investor, long partMinor, String currency)
      implements PledgeEvent {

    /** What the bank has taken back. */
    public Money part() {
      return Money.minor(partMinor, Currency.valueOf(currency));
    }
  }
}
