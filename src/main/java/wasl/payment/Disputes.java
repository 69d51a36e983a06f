package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Page;
import wasl.shared.Sql;

/** The disputes in the database. The pledge's row is the lock around them. */
@ApplicationScoped
public class Disputes {

  private static final String SELECT = "SELECT * FROM payment_dispute";

  @Inject private Sql sql;
  @Inject private Pledges pledges;

  /**
   * A dispute.
   *
   * @param id the gateway's id
   * @param attempt the charge that is disputed
   * @param state {@code OPEN}, {@code WON} or {@code LOST}, as booked
   * @param reason the gateway's word for why
   * @param gatewayStatus how far it is at the gateway, in its words
   * @param dueAt until when the gateway takes an answer; null where it takes none
   * @param evidence what was or is to be answered; null before
   * @param submittedAt when the gateway has taken the answer; null before
   */
  public record Dispute(
      String id,
      PledgeId pledge,
      ListingId listing,
      long attempt,
      Money amount,
      Money fee,
      String state,
      String reason,
      String gatewayStatus,
      Instant openedAt,
      Instant dueAt,
      Instant closedAt,
      String evidence,
      PartyId evidenceBy,
      Instant evidenceAt,
      Instant submittedAt) {

    /** Whether the gateway still takes an answer. */
    public boolean answerable(Instant now) {
      return state.equals("OPEN")
          && submittedAt == null
          && (dueAt == null || now.isBefore(dueAt))
          && (gatewayStatus == null || gatewayStatus.equals("needs_response"));
    }
  }

  /**
   * Keeps what the gateway says.
   *
   * @return whether it was new
   */
  boolean keep(Attempt attempt, StripeGateway.DisputeAnswer dispute) {
    int added =
        sql.change(
            "INSERT IGNORE INTO payment_dispute (dispute, pledge, listing, attempt, amount_minor,"
                + " fee_minor, currency, state, opened_at, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)",
            dispute.dispute(),
            attempt.pledge().value(),
            attempt.listing().value(),
            attempt.id(),
            dispute.amount().amountMinor(),
            dispute.fee().amountMinor(),
            dispute.amount().currency(),
            dispute.openedAt(),
            dispute.reason());
    sql.change(
        "UPDATE payment_dispute SET gateway_status = ?, due_at = ? WHERE dispute = ?",
        dispute.status(),
        dispute.dueAt(),
        dispute.dispute());
    return added == 1;
  }

  /** How the dispute is decided, with what bore it where it was lost. */
  void close(String dispute, String state, Money payable, Refunds.Part from, Instant now) {
    sql.change(
        "UPDATE payment_dispute SET state = ?, closed_at = ?, payable_minor = ?, escrow_minor = ?,"
            + " tips_minor = ? WHERE dispute = ?",
        state,
        now,
        payable.amountMinor(),
        from.amount().amountMinor(),
        from.tip().amountMinor(),
        dispute);
  }

  /**
   * The last dispute of a charge that was lost.
   *
   * @param payable what of it was owed to the cardholder by failed refunds
   */
  record Lost(String dispute, Money amount, Money payable) {}

  Optional<Lost> lost(Attempt paid) {
    return sql.one(
        SELECT + " WHERE attempt = ? AND state = 'LOST' ORDER BY closed_at DESC LIMIT 1",
        row -> {
          Currency currency = Currency.valueOf(row.getString("currency"));
          return new Lost(
              row.getString("dispute"),
              Money.minor(row.getLong("amount_minor"), currency),
              Money.minor(row.getLong("payable_minor"), currency));
        },
        paid.id());
  }

  /** More of a lost dispute than was known when it was lost had been owed to the cardholder. */
  void paid(String dispute, Money payable) {
    sql.change(
        "UPDATE payment_dispute SET payable_minor = payable_minor + ? WHERE dispute = ?",
        payable.amountMinor(),
        dispute);
  }

  /** The answer, before the gateway is told. */
  boolean write(String dispute, String evidence, PartyId by, Instant now) {
    return sql.change(
            "UPDATE payment_dispute SET evidence = ?, evidence_by = ?, evidence_at = ?"
                + " WHERE dispute = ? AND submitted_at IS NULL AND state = 'OPEN'",
            evidence,
            by.value(),
            now,
            dispute)
        == 1;
  }

  /** The gateway has taken this answer: another one, written at the same moment, was not it. */
  void submitted(String dispute, String evidence, PartyId by, Instant now) {
    sql.change(
        "UPDATE payment_dispute SET submitted_at = ?, evidence = ?, evidence_by = ?"
            + " WHERE dispute = ? AND submitted_at IS NULL",
        now,
        evidence,
        by.value(),
        dispute);
  }

  /**
   * Leads a pledge whose refund has failed where its charge's dispute has led it, in the caller's
   * transaction: a dispute that opened while the refund was under way is told only now.
   */
  void follow(Pledge pledge, Attempt paid, Instant now) {
    List<String> states =
        sql.list(
            "SELECT state FROM payment_dispute WHERE attempt = ? ORDER BY opened_at DESC LIMIT 1",
            row -> row.getString(1),
            paid.id());
    boolean concerned = !states.isEmpty() && !states.get(0).equals("WON");
    if (!concerned || pledge.state() != PledgeState.COLLECTED) {
      return;
    }
    pledge.dispute(now);
    if (states.get(0).equals("LOST")) {
      pledge.loseDispute(now);
    }
    pledges.save(pledge);
  }

  public Optional<Dispute> find(String dispute) {
    return sql.one(SELECT + " WHERE dispute = ?", Disputes::read, dispute);
  }

  /** A pledge's disputes, the oldest first. */
  public List<Dispute> of(PledgeId pledge) {
    return sql.list(
        SELECT + " WHERE pledge = ? ORDER BY opened_at, dispute", Disputes::read, pledge.value());
  }

  /** All disputes: open ones first, those that must be answered soonest before others. */
  public Page<Dispute> all(Page.Wish wish) {
    return new Page<>(
        sql.list(
            SELECT
                + " ORDER BY state = 'OPEN' DESC, IF(state = 'OPEN', due_at, NULL), opened_at DESC,"
                + " dispute LIMIT ? OFFSET ?",
            Disputes::read,
            wish.size(),
            wish.offset()),
        wish.page(),
        wish.size(),
        sql.number("SELECT COUNT(*) FROM payment_dispute"));
  }

  private static Dispute read(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    long by = row.getLong("evidence_by");
    return new Dispute(
        row.getString("dispute"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        row.getLong("attempt"),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("fee_minor"), currency),
        row.getString("state"),
        row.getString("reason"),
        row.getString("gateway_status"),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "closed_at"),
        row.getString("evidence"),
        by == 0 ? null : new PartyId(by),
        Sql.instant(row, "evidence_at"),
        Sql.instant(row, "submitted_at"));
  }
}
