package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.ledger.JournalId;
import wasl.ledger.JournalNotes;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/** The bookings by hand in the database, which holds their rules by itself too. */
@ApplicationScoped
public class Bookings implements JournalNotes {

  private static final String SELECT = "SELECT * FROM finance_booking";

  @Inject private Sql sql;
  @Inject private PartyQueries parties;

  /**
   * Writes one that waits for another officer, or that is about to be booked.
   *
   * @return false where the database refused it: the same form was sent at the same moment and came
   *     first, or another one about the same waits for another officer
   */
  boolean add(Booking booking, AloneLimit.Room alone) {
    try {
      sql.change(
          "INSERT INTO finance_booking (id, form_key, kind, about, amount_minor, currency, words,"
              + " four_eyes, alone_minor, limit_minor, state, asked_by, asked_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?)",
          booking.id(),
          booking.key(),
          booking.kind(),
          booking.about(),
          booking.amount().amountMinor(),
          booking.amount().currency(),
          booking.words(),
          booking.fourEyes(),
          alone.before().amountMinor(),
          alone.limit().amountMinor(),
          booking.askedBy().value(),
          booking.askedAt());
      return true;
    } catch (Sql.DatabaseFault fault) {
      if (fault.duplicateKey()) {
        return false;
      }
      throw fault;
    }
  }

  /** Decides it: with the journal it is booked, without one it is refused. */
  void decide(long id, PartyId by, JournalId journal, Instant now) {
    sql.change(
        "UPDATE finance_booking SET state = ?, decided_by = ?, decided_at = ?, journal = ?"
            + " WHERE id = ?",
        journal == null ? FeeBookingState.REFUSED : FeeBookingState.BOOKED,
        by.value(),
        now,
        journal == null ? null : journal.value(),
        id);
  }

  Optional<Booking> lock(long id) {
    return sql.one(SELECT + " WHERE id = ? FOR UPDATE", Bookings::read, id);
  }

  public Optional<Booking> find(long id) {
    return sql.one(SELECT + " WHERE id = ?", Bookings::read, id);
  }

  Optional<Booking> byKey(String key) {
    return sql.one(SELECT + " WHERE form_key = ?", Bookings::read, key);
  }

  /** Whether one about this journal or refund waits for another officer. */
  boolean waiting(BookingKind kind, long about) {
    return sql.number(
            "SELECT COUNT(*) FROM finance_booking WHERE about = ? AND kind = ? AND state = 'ASKED'",
            about,
            kind)
        > 0;
  }

  /** What of a pledge was paid by bank transfer by the decision of one officer alone. */
  Money paidAlone(PledgeId pledge, Currency currency) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(b.amount_minor), 0) FROM finance_booking b"
                + " JOIN payment_refund r ON r.id = b.about"
                + " WHERE r.pledge = ? AND b.kind = ? AND b.four_eyes = FALSE",
            pledge.value(),
            BookingKind.REFUND_PAID),
        currency);
  }

  /** Who asked and who approved; the notes of a top-up or a reversal know only one. */
  @Override
  public boolean first() {
    return true;
  }

  @Override
  public Optional<Note> of(JournalId journal) {
    return sql.one(SELECT + " WHERE journal = ?", Bookings::read, journal.value())
        .map(
            booking ->
                new Note(
                    Stream.of(booking.askedBy(), booking.decidedBy())
                        .distinct()
                        .map(this::name)
                        .collect(Collectors.joining(" + ")),
                    booking.words()));
  }

  private String name(PartyId officer) {
    return parties.contacts(List.of(officer)).values().stream()
        .map(Contact::name)
        .findFirst()
        .orElse(officer.toString());
  }

  private static Booking read(ResultSet row) throws SQLException {
    long about = row.getLong("about");
    long decidedBy = row.getLong("decided_by");
    long journal = row.getLong("journal");
    return new Booking(
        row.getLong("id"),
        row.getString("form_key"),
        BookingKind.valueOf(row.getString("kind")),
        about == 0 ? null : about,
        Money.minor(row.getLong("amount_minor"), Currency.valueOf(row.getString("currency"))),
        row.getString("words"),
        row.getBoolean("four_eyes"),
        FeeBookingState.valueOf(row.getString("state")),
        new PartyId(row.getLong("asked_by")),
        Sql.instant(row, "asked_at"),
        decidedBy == 0 ? null : new PartyId(decidedBy),
        Sql.instant(row, "decided_at"),
        journal == 0 ? null : new JournalId(journal));
  }
}
