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

  /** The dispute is decided for us. */
  void won(String dispute, Instant now) {
    sql.change(
        "UPDATE payment_dispute SET state = 'WON', closed_at = ? WHERE dispute = ?", now, dispute);
  }

  /**
   * The dispute is lost.
   *
   * @param payable what failed refunds had left owing bore of it
   * @param from what the listing's escrow and tips bore of it
   * @param lost what it took of what was left of the charge
   */
  void lost(String dispute, Money payable, Refunds.Part from, Refunds.Part lost, Instant now) {
    sql.change(
        "UPDATE payment_dispute SET state = 'LOST', closed_at = ?, payable_minor = ?,"
            + " escrow_minor = ?, tips_minor = ?, lost_minor = ?, lost_tip_minor = ?"
            + " WHERE dispute = ?",
        now,
        payable.amountMinor(),
        from.amount().amountMinor(),
        from.tip().amountMinor(),
        lost.amount().amountMinor(),
        lost.tip().amountMinor(),
        dispute);
  }

  /** The pledge has gone where this lost dispute leads it. */
  void followed(String dispute) {
    sql.change("UPDATE payment_dispute SET followed = TRUE WHERE dispute = ?", dispute);
  }

  /**
   * A dispute of a charge that was lost.
   *
   * @param payable what of it was owed to the cardholder by failed refunds
   * @param lost what it took of what was left of the charge
   */
  record Lost(String dispute, Money amount, Money payable, Refunds.Part lost) {

    /** What it took beyond: of refunds that were on their way then. */
    Money beyond() {
      return amount.minus(payable).minus(lost.total());
    }
  }

  /** The last of a charge. */
  Optional<Lost> lost(Attempt paid) {
    return sql.one(
        SELECT + " WHERE attempt = ? AND state = 'LOST' ORDER BY closed_at DESC LIMIT 1",
        Disputes::readLost,
        paid.id());
  }

  private static Lost readLost(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    return new Lost(
        row.getString("dispute"),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("payable_minor"), currency),
        new Refunds.Part(
            Money.minor(row.getLong("lost_minor"), currency),
            Money.minor(row.getLong("lost_tip_minor"), currency)));
  }

  /** A refund that was on its way was not given: a lost dispute took so much of it instead. */
  void took(String dispute, Refunds.Part more) {
    sql.change(
        "UPDATE payment_dispute SET lost_minor = lost_minor + ?,"
            + " lost_tip_minor = lost_tip_minor + ? WHERE dispute = ?",
        more.amount().amountMinor(),
        more.tip().amountMinor(),
        dispute);
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
   * Leads a pledge whose refund has failed, or one of whose disputes is decided, where its charge's
   * other disputes have led it, in the caller's transaction: one that opened while a refund or
   * another dispute was under way is told only now.
   *
   * @param left what is left of the charge
   */
  void follow(Pledge pledge, Attempt paid, Refunds.Part left, Instant now) {
    if (pledge.state() != PledgeState.COLLECTED) {
      return;
    }
    List<Lost> news =
        sql.list(
            SELECT
                + " WHERE attempt = ? AND state = 'LOST' AND followed = FALSE ORDER BY closed_at",
            Disputes::readLost,
            paid.id());
    for (Lost lost : news) {
      if (pledge.state() == PledgeState.COLLECTED) {
        pledge.dispute(now);
        lose(pledge, lost.lost(), left, now);
        followed(lost.dispute());
      }
    }
    if (open(paid.id()) && pledge.state() == PledgeState.COLLECTED) {
      pledge.dispute(now);
    }
    pledges.save(pledge);
  }

  /** Whether a dispute of this charge is open, whatever state its pledge is in. */
  boolean open(long attempt) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_dispute WHERE attempt = ? AND state = 'OPEN'", attempt)
        > 0;
  }

  /** The pledge is over only where nothing of its charge is left. */
  static void lose(Pledge pledge, Refunds.Part lost, Refunds.Part left, Instant now) {
    if (left.isNone()) {
      pledge.loseDispute(now);
    } else {
      pledge.losePart(lost.amount(), lost.total(), now);
    }
  }

  public Optional<Dispute> find(String dispute) {
    // the column holds nothing else, and cannot be compared with it
    if (!OriginQueries.isNumber(dispute)) {
      return Optional.empty();
    }
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
