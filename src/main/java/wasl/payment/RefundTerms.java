package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/** What can be given back of a pledge, and who bears it. */
@ApplicationScoped
public class RefundTerms {

  @Inject private Attempts attempts;
  @Inject private Refunds refunds;
  @Inject private Balances balances;
  @Inject private Sql sql;

  /**
   * What giving so much back means.
   *
   * @param left what can be given back at most, with the tip
   * @param loss what of it lies with the listing no more, so that the platform bears it
   * @param whole whether nothing of the charge is left afterwards
   */
  public record Terms(Money left, Money loss, boolean whole) {}

  /** Nothing where the pledge was not charged. */
  public Optional<Terms> of(PledgeId pledge, Money total) {
    return attempts.paid(pledge).map(paid -> terms(paid, total));
  }

  /** What can be given back at most; nothing where the pledge was not charged. */
  public Optional<Money> left(PledgeId pledge) {
    return attempts.paid(pledge).map(paid -> refunds.left(paid).total());
  }

  Terms terms(Attempt paid, Money total) {
    Refunds.Part left = refunds.left(paid);
    if (left.isNone() || total.isMoreThan(left.total())) {
      return new Terms(left.total(), Money.zero(total.currency()), false);
    }
    Refunds.Part asked = left.of(total);
    Refunds.Part underWay = refunds.underWay(paid.listing(), total.currency());
    Refunds.Part there =
        new Refunds.Part(
            free(AccountKind.LISTING_ESCROW, paid, underWay.amount()),
            free(AccountKind.TIPS_HELD, paid, underWay.tip()));
    Refunds.Part lying = refunds.lying(paid).least(there);
    Money loss = total.minus(asked.least(lying).total());
    return new Terms(left.total(), loss, total.equals(left.total()));
  }

  private Money free(AccountKind kind, Attempt paid, Money underWay) {
    Currency currency = underWay.currency();
    Money free = balances.of(AccountRef.of(kind, currency, paid.listing().value())).minus(underWay);
    return free.isNegative() ? Money.zero(currency) : free;
  }

  /** A refund, for reading. */
  public record View(
      long id, PledgeId pledge, String state, String reason, Money total, String resolved) {}

  /** The refunds of a pledge, the oldest first. */
  public List<View> refunds(PledgeId pledge) {
    return sql.list(
        "SELECT id, state, reason, amount_minor + tip_minor AS total, currency, resolved"
            + " FROM payment_refund WHERE pledge = ? ORDER BY id",
        row ->
            new View(
                row.getLong("id"),
                pledge,
                row.getString("state"),
                row.getString("reason"),
                Money.minor(row.getLong("total"), Currency.valueOf(row.getString("currency"))),
                row.getString("resolved")),
        pledge.value());
  }

  /** Failed refunds that wait for somebody, the oldest first, at most 100. */
  public List<View> failed() {
    return sql.list(
        "SELECT id, pledge, state, reason, amount_minor + tip_minor AS total, currency, resolved"
            + " FROM payment_refund WHERE state = 'FAILED' AND resolved IS NULL ORDER BY id"
            + " LIMIT 100",
        row ->
            new View(
                row.getLong("id"),
                new PledgeId(row.getLong("pledge")),
                row.getString("state"),
                row.getString("reason"),
                Money.minor(row.getLong("total"), Currency.valueOf(row.getString("currency"))),
                row.getString("resolved")));
  }

  /** What has gone back to a pledge's card for good, with its tip; nothing where none has. */
  public Optional<Money> givenBack(PledgeId pledge) {
    return sql.one(
        "SELECT SUM(amount_minor + tip_minor) AS total, currency FROM payment_refund"
            + " WHERE pledge = ? AND (state = 'DONE' OR resolved = 'PAID')"
            + " AND reason <> 'DUPLICATE' GROUP BY currency",
        row -> Money.minor(row.getLong("total"), Currency.valueOf(row.getString("currency"))),
        pledge.value());
  }
}
