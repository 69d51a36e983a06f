package wasl.finance;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;

/**
 * What an officer asks to give back.
 *
 * @param amount amount and tip together
 * @param loss what of it the platform bears, at most
 * @param fourEyes whether another officer must approve
 * @param decidedBy null while it is open
 */
public record RefundRequest(
    long id,
    PledgeId pledge,
    ListingId listing,
    Money amount,
    Money loss,
    RefundCause cause,
    String reason,
    boolean fourEyes,
    RefundRequestState state,
    PartyId askedBy,
    Instant askedAt,
    PartyId decidedBy,
    Instant decidedAt,
    String note) {}
