package wasl.finance;

import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.money.Money;
import wasl.party.PartyId;

/**
 * What an officer wants booked by hand.
 *
 * @param key the form's own key
 * @param about the journal that is reversed, or the refund that was paid; null of a top-up
 * @param words the bank's reference, or the reason
 * @param fourEyes whether another officer must decide
 * @param decidedBy null while it is open
 * @param journal null unless it is booked
 */
public record Booking(
    long id,
    String key,
    BookingKind kind,
    Long about,
    Money amount,
    String words,
    boolean fourEyes,
    FeeBookingState state,
    PartyId askedBy,
    Instant askedAt,
    PartyId decidedBy,
    Instant decidedAt,
    JournalId journal) {}
