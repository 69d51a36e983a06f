package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Page;
import wasl.shared.Sql;

/** The officers' requests in the database, which holds their rules by itself too. */
@ApplicationScoped
public class RefundRequests {

  private static final String SELECT = "SELECT * FROM finance_refund_request";

  @Inject private Sql sql;

  /** Writes a new one, in the caller's transaction. */
  void add(RefundRequest request, String key, AloneLimit.Room alone) {
    sql.change(
        "INSERT INTO finance_refund_request (id, request_key, pledge, listing, amount_minor,"
            + " currency, loss_minor, cause, reason, four_eyes, alone_minor, limit_minor, state,"
            + " asked_by, asked_at, decided_by, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        request.id(),
        key,
        request.pledge().value(),
        request.listing().value(),
        request.amount().amountMinor(),
        request.amount().currency(),
        request.loss().amountMinor(),
        request.cause(),
        request.reason(),
        request.fourEyes(),
        alone.before().amountMinor(),
        alone.limit().amountMinor(),
        request.state(),
        request.askedBy().value(),
        request.askedAt(),
        request.decidedBy() == null ? null : request.decidedBy().value(),
        request.decidedAt());
  }

  /** Decides it, in the caller's transaction. */
  void decide(
      RefundRequest request, RefundRequestState state, PartyId by, String note, Instant now) {
    sql.change(
        "UPDATE finance_refund_request SET state = ?, decided_by = ?, decided_at = ?, note = ?"
            + " WHERE id = ?",
        state,
        by.value(),
        now,
        note,
        request.id());
  }

  Optional<RefundRequest> lock(long id) {
    return sql.one(SELECT + " WHERE id = ? FOR UPDATE", RefundRequests::read, id);
  }

  public Optional<RefundRequest> find(long id) {
    return sql.one(SELECT + " WHERE id = ?", RefundRequests::read, id);
  }

  Optional<RefundRequest> byKey(String key) {
    return sql.one(SELECT + " WHERE request_key = ?", RefundRequests::read, key);
  }

  /** What was given back of a pledge by the decision of one officer alone. */
  Money decidedAlone(PledgeId pledge, Currency currency) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(amount_minor), 0) FROM finance_refund_request"
                + " WHERE pledge = ? AND four_eyes = FALSE",
            pledge.value()),
        currency);
  }

  /** What waits for a decision about a pledge. */
  Money waiting(PledgeId pledge, Currency currency) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(amount_minor), 0) FROM finance_refund_request"
                + " WHERE pledge = ? AND state = 'ASKED'",
            pledge.value()),
        currency);
  }

  /** Those that wait for a decision first, then the newest. */
  public Page<RefundRequest> all(Page.Wish wish) {
    return new Page<>(
        sql.list(
            SELECT + " ORDER BY state = 'ASKED' DESC, id DESC LIMIT ? OFFSET ?",
            RefundRequests::read,
            wish.size(),
            wish.offset()),
        wish.page(),
        wish.size(),
        sql.number("SELECT COUNT(*) FROM finance_refund_request"));
  }

  private static RefundRequest read(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    long decidedBy = row.getLong("decided_by");
    return new RefundRequest(
        row.getLong("id"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("loss_minor"), currency),
        RefundCause.valueOf(row.getString("cause")),
        row.getString("reason"),
        row.getBoolean("four_eyes"),
        RefundRequestState.valueOf(row.getString("state")),
        new PartyId(row.getLong("asked_by")),
        Sql.instant(row, "asked_at"),
        decidedBy == 0 ? null : new PartyId(decidedBy),
        Sql.instant(row, "decided_at"),
        row.getString("note"));
  }
}
