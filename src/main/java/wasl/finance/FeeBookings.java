package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.ledger.AccountMovement;
import wasl.ledger.JournalId;
import wasl.ledger.JournalNotes;
import wasl.ledger.JournalType;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.payment.MovementPart;
import wasl.shared.Sql;

/** The bookings of fees in the database, which holds their rules by itself too. */
@ApplicationScoped
public class FeeBookings implements JournalNotes {

  private static final int AT_ONCE = 500;
  private static final String SELECT = "SELECT * FROM finance_fee_booking";

  @Inject private Sql sql;
  @Inject private PartyQueries parties;

  /** Writes a new one that waits for another officer, or that is about to be booked. */
  void add(FeeBooking booking, AloneLimit.Room alone) {
    sql.change(
        "INSERT INTO finance_fee_booking (id, difference, fee_minor, currency, reason, four_eyes,"
            + " limit_minor, state, asked_by, asked_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?)",
        booking.id(),
        booking.difference(),
        booking.fee().amountMinor(),
        booking.fee().currency(),
        booking.reason(),
        booking.fourEyes(),
        alone.limit().amountMinor(),
        booking.askedBy().value(),
        booking.askedAt());
  }

  /** Decides it: with the journal it is booked, without one it is refused. */
  void decide(long id, PartyId by, JournalId journal, Instant now) {
    sql.change(
        "UPDATE finance_fee_booking SET state = ?, decided_by = ?, decided_at = ?, journal = ?"
            + " WHERE id = ?",
        journal == null ? FeeBookingState.REFUSED : FeeBookingState.BOOKED,
        by.value(),
        now,
        journal == null ? null : journal.value(),
        id);
  }

  Optional<FeeBooking> lock(long id) {
    return sql.one(SELECT + " WHERE id = ? FOR UPDATE", FeeBookings::read, id);
  }

  /** All that was decided about a difference, the newest first. */
  public List<FeeBooking> of(long difference) {
    return sql.list(
        SELECT + " WHERE difference = ? ORDER BY id DESC", FeeBookings::read, difference);
  }

  @Override
  public Optional<Note> of(JournalId journal) {
    return sql.one(SELECT + " WHERE journal = ?", FeeBookings::read, journal.value())
        .map(
            booking ->
                new Note(
                    Stream.of(booking.askedBy(), booking.decidedBy())
                        .distinct()
                        .map(this::name)
                        .collect(Collectors.joining(" + ")),
                    booking.reason()));
  }

  private String name(PartyId officer) {
    return parties.contacts(List.of(officer)).values().stream()
        .map(Contact::name)
        .findFirst()
        .orElse(officer.toString());
  }

  /** What of a fee, or of a movement that is one, was booked by officers and stands. */
  Money booked(DifferenceKind kind, MovementPart part, String source, Currency currency) {
    return sql
        .list(
            "SELECT d.source, b.fee_minor FROM finance_difference d JOIN finance_fee_booking b"
                + " ON b.difference = d.id WHERE d.source = ? AND d.part = ? AND d.kind = ?"
                + " AND b.currency = ? AND b.journal IS NOT NULL AND NOT EXISTS"
                + " (SELECT 1 FROM ledger_journal r WHERE r.reverses = b.journal)",
            row -> Map.entry(row.getString(1), Money.minor(row.getLong(2), currency)),
            source,
            part,
            kind,
            currency)
        .stream()
        // the column does not tell letters by their case
        .filter(one -> one.getKey().equals(source))
        .map(Map.Entry::getValue)
        .reduce(Money.zero(currency), Money::plus);
  }

  /** What those of the journals are about by which officers booked fees. */
  Map<JournalId, Matching.Corrected> corrected(Collection<AccountMovement> journals) {
    List<Long> ids =
        journals.stream()
            .filter(journal -> journal.type() == JournalType.FEE_CORRECTED)
            .map(journal -> journal.journal().value())
            .toList();
    Map<JournalId, Matching.Corrected> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      sql.list(
          "SELECT b.journal, d.part, d.kind FROM finance_fee_booking b JOIN finance_difference d"
              + " ON d.id = b.difference WHERE b.journal IN ("
              + String.join(", ", Collections.nCopies(part.size(), "?"))
              + ")",
          row ->
              found.put(
                  new JournalId(row.getLong(1)),
                  new Matching.Corrected(
                      MovementPart.valueOf(row.getString(2)),
                      DifferenceKind.valueOf(row.getString(3)) == DifferenceKind.OTHER_FEE)),
          part.toArray());
    }
    return found;
  }

  private static FeeBooking read(ResultSet row) throws SQLException {
    long decidedBy = row.getLong("decided_by");
    long journal = row.getLong("journal");
    return new FeeBooking(
        row.getLong("id"),
        row.getLong("difference"),
        Money.minor(row.getLong("fee_minor"), Currency.valueOf(row.getString("currency"))),
        row.getString("reason"),
        row.getBoolean("four_eyes"),
        FeeBookingState.valueOf(row.getString("state")),
        new PartyId(row.getLong("asked_by")),
        Sql.instant(row, "asked_at"),
        decidedBy == 0 ? null : new PartyId(decidedBy),
        Sql.instant(row, "decided_at"),
        journal == 0 ? null : new JournalId(journal));
  }
}
