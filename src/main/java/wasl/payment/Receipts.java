package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.listing.ListingQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Receipts: each collected pledge has one number for ever, given in the transaction that collects
 * it. What the receipt says is read anew each time, so that a refund shows.
 */
@ApplicationScoped
public class Receipts {

  @Inject private Sql sql;
  @Inject private Attempts attempts;
  @Inject private PledgeQueries pledges;
  @Inject private ListingQueries listings;
  @Inject private StripeCharges charges;
  @Inject private Clock clock;

  void on(@Observes PledgeEvent.PledgeCollected event) {
    sql.change(
        "INSERT IGNORE INTO payment_receipt (pledge, number, issued_at) VALUES (?, ?, ?)",
        event.pledge().value(),
        ReceiptNumber.next().value(),
        clock.instant());
  }

  /**
   * The receipt of an investor's own pledge.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, also where nothing was collected
   */
  public Receipt own(PledgeId pledge, PartyId investor) {
    return numberOf(pledges.own(pledge, investor).id())
        .flatMap(number -> receipt(number, pledge))
        .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }

  /** The receipt with this number, whoever asks: holding the number is the right to see it. */
  public Optional<Receipt> byNumber(ReceiptNumber number) {
    return sql.one(
            "SELECT pledge FROM payment_receipt WHERE number = ?",
            row -> new PledgeId(row.getLong(1)),
            number.value())
        .flatMap(pledge -> receipt(number, pledge));
  }

  /** The number of a pledge's receipt, once it was collected. */
  public Optional<ReceiptNumber> numberOf(PledgeId pledge) {
    return Optional.ofNullable(numbersOf(List.of(pledge)).get(pledge));
  }

  /** The numbers of several pledges' receipts; who has none is left out. */
  public Map<PledgeId, ReceiptNumber> numbersOf(Collection<PledgeId> pledges) {
    Map<PledgeId, ReceiptNumber> numbers = new HashMap<>();
    if (!pledges.isEmpty()) {
      sql.list(
          "SELECT pledge, number FROM payment_receipt WHERE pledge IN ("
              + String.join(", ", Collections.nCopies(pledges.size(), "?"))
              + ")",
          row -> numbers.put(new PledgeId(row.getLong(1)), new ReceiptNumber(row.getString(2))),
          pledges.stream().map(PledgeId::value).toArray());
    }
    return numbers;
  }

  private Optional<Receipt> receipt(ReceiptNumber number, PledgeId pledge) {
    return attempts
        .paid(pledge)
        .map(
            paid ->
                new Receipt(
                    number,
                    pledge,
                    listings.facts(paid.listing()),
                    paid.amount(),
                    paid.tip(),
                    chargedAt(paid),
                    charges.statementName(),
                    refunds(paid),
                    disputed(paid),
                    lost(paid)));
  }

  /** The gateway's own time, as it was booked. */
  private Instant chargedAt(Attempt paid) {
    return sql.one(
            "SELECT effective_at FROM ledger_journal WHERE pledge = ?"
                + " AND type = 'PLEDGE_COLLECTED' AND reference = ?",
            row -> Sql.instant(row, "effective_at"),
            paid.pledge().value(),
            paid.charge())
        .orElse(paid.settledAt());
  }

  /** What goes or went back of what an attempt charged, the oldest first. */
  List<Receipt.Back> refunds(Attempt paid) {
    return sql.list(
        "SELECT IF(COALESCE(resolved, '') = 'PAID', 'DONE', state) AS state, currency,"
            + " amount_minor + tip_minor AS total, COALESCE(resolved, '') = 'PAID' AS by_bank,"
            + " COALESCE(IF(resolved = 'PAID', done_at, failed_at), done_at, asked_at) AS at"
            + " FROM payment_refund WHERE attempt = ? ORDER BY id",
        row ->
            new Receipt.Back(
                RefundState.valueOf(row.getString("state")),
                Money.minor(row.getLong("total"), Currency.valueOf(row.getString("currency"))),
                Sql.instant(row, "at"),
                row.getBoolean("by_bank")),
        paid.id());
  }

  /** A dispute that was lost stays so, whatever was won later. */
  private String disputed(Attempt paid) {
    return sql.one(
            "SELECT state FROM payment_dispute WHERE attempt = ?"
                + " ORDER BY FIELD(state, 'OPEN', 'LOST', 'WON') LIMIT 1",
            row -> row.getString(1),
            paid.id())
        .orElse(null);
  }

  private Money lost(Attempt paid) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(amount_minor), 0) FROM payment_dispute"
                + " WHERE attempt = ? AND state = 'LOST'",
            paid.id()),
        paid.amount().currency());
  }
}
