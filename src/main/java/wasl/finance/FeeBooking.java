package wasl.finance;

import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.money.Money;
import wasl.party.PartyId;

/**
 * What an officer wants booked of a difference in a fee.
 *
 * @param difference which
 * @param fee what the gateway kept and the books have not; negative where it kept less
 * @param fourEyes whether another officer must decide
 * @param decidedBy null while it is open
 * @param journal null unless it is booked
 */
public record FeeBooking(
    long id,
    long difference,
    Money fee,
    String reason,
    boolean fourEyes,
    FeeBookingState state,
    PartyId askedBy,
    Instant askedAt,
    PartyId decidedBy,
    Instant decidedAt,
    JournalId journal) {}
