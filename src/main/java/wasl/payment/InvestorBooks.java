package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wasl.ledger.JournalId;
import wasl.ledger.JournalType;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/**
 * What the ledger says of one investor's money: nothing here is counted from anything else, so that
 * a statement can never say more or less than the books.
 */
@ApplicationScoped
public class InvestorBooks {

  /**
   * Each journal about the investor's pledges with the sum that left the card or went back to it,
   * and the part of it that is the tip. A reversal counts as its journal with the sign turned.
   */
  private static final String MOVEMENTS =
      """
      SELECT j.id, COALESCE(r.type, j.type) AS type, j.effective_at, j.pledge, j.listing, e.currency,
        SUM(CASE WHEN a.kind = CASE COALESCE(r.type, j.type) WHEN 'DISPUTE_LOST' THEN
          'DISPUTES_RECEIVABLE' WHEN 'REFUND_PAID' THEN 'ESCROW_BANK' ELSE
          'GATEWAY_CLEARING' END THEN IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor) ELSE 0 END)
          AS total,
        SUM(CASE WHEN a.kind = 'TIPS_HELD' THEN IF(e.side = 'CREDIT', e.amount_minor,
          -e.amount_minor) ELSE 0 END) AS tip
      FROM pledge p JOIN ledger_journal j ON j.pledge = p.id
        LEFT JOIN ledger_journal r ON r.id = j.reverses
        JOIN ledger_entry e ON e.journal = j.id JOIN ledger_account a ON a.id = e.account
      WHERE p.investor = ? AND j.effective_at >= ? AND j.effective_at < ?
        AND COALESCE(r.type, j.type)
          IN ('PLEDGE_COLLECTED', 'REFUND', 'REFUND_FAILED', 'REFUND_PAID', 'DISPUTE_LOST')
      GROUP BY j.id, COALESCE(r.type, j.type), j.effective_at, j.pledge, j.listing, e.currency
      ORDER BY j.effective_at, j.id
      """;

  private static final String PLEDGED =
      "SELECT listing, currency, COUNT(*) AS pledges, SUM(amount_minor) AS amount FROM pledge"
          + " WHERE investor = ? AND placed_at >= ? AND placed_at < ? AND confirmed_at IS NOT NULL"
          + " GROUP BY listing, currency ORDER BY listing";

  @Inject private Sql sql;
  @Inject private ListingQueries listings;

  /** What a movement is to the investor. */
  public enum Kind {
    /** The card was charged. */
    COLLECTED,
    /** Sent back to the card. */
    REFUNDED,
    /** A refund that the card's bank sent back to us: it is owed in another way. */
    REFUND_FAILED,
    /** The card's bank took it back for good. */
    CHARGED_BACK;

    static Kind of(JournalType type) {
      return switch (type) {
        case PLEDGE_COLLECTED -> COLLECTED;
        case REFUND, REFUND_PAID -> REFUNDED;
        case REFUND_FAILED -> REFUND_FAILED;
        case DISPUTE_LOST -> CHARGED_BACK;
        default -> throw new IllegalArgumentException(type.name());
      };
    }
  }

  /**
   * One journal as the investor sees it.
   *
   * @param total what left the card (positive) or went back to it (negative)
   * @param tip the part of it that is the tip, with the same sign
   */
  public record Movement(
      JournalId journal,
      Kind kind,
      Instant at,
      PledgeId pledge,
      ListingFacts listing,
      Money total,
      Money tip) {}

  /** What was promised to a listing, by pledges whose card was saved. */
  record Pledged(ListingId listing, int pledges, Money amount) {}

  private record Row(
      JournalId journal,
      Kind kind,
      Instant at,
      PledgeId pledge,
      ListingId listing,
      Money total,
      Money tip) {}

  /** The investor's movements between two instants, the oldest first. */
  public List<Movement> movements(PartyId investor, Instant from, Instant until) {
    List<Row> rows = sql.list(MOVEMENTS, InvestorBooks::row, investor.value(), from, until);
    Map<ListingId, ListingFacts> facts =
        listings.facts(rows.stream().map(Row::listing).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new Movement(
                    row.journal(),
                    row.kind(),
                    row.at(),
                    row.pledge(),
                    facts.get(row.listing()),
                    row.total(),
                    row.tip()))
        .toList();
  }

  /** What the investor promised between two instants. */
  List<Pledged> pledged(PartyId investor, Instant from, Instant until) {
    return sql.list(
        PLEDGED,
        row ->
            new Pledged(
                new ListingId(row.getLong("listing")),
                row.getInt("pledges"),
                Money.minor(row.getLong("amount"), Currency.valueOf(row.getString("currency")))),
        investor.value(),
        from,
        until);
  }

  private static Row row(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    return new Row(
        new JournalId(row.getLong("id")),
        Kind.of(JournalType.valueOf(row.getString("type"))),
        Sql.instant(row, "effective_at"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        Money.minor(row.getLong("total"), currency),
        Money.minor(row.getLong("tip"), currency));
  }
}
