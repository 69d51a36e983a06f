package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Instant;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.Pledge;
import wasl.shared.Sql;

/** Gives back what was collected for a listing that is over, in the caller's transaction. */
@ApplicationScoped
public class GiveBack {

  @Inject private Refunds refunds;
  @Inject private HeldMoney held;
  @Inject private ListingQueries listings;
  @Inject private Sql sql;

  /**
   * Begins to give a charge back: all that is left of it, but of a listing that was stopped the
   * share of what lies there. After tranches less lies on the escrow than was collected; charges
   * that are disputed keep their share.
   */
  void all(Pledge pledge, Attempt paid, RefundReason reason, Instant now) {
    if (reason == RefundReason.STOPPED) {
      refunds.begin(pledge, paid, reason, share(paid), true, null, now);
    } else {
      refunds.begin(pledge, paid, reason, now);
    }
  }

  /** Whether the listing of a charge is over, so that nothing of it stays. */
  boolean over(Attempt paid) {
    ListingState state = state(paid);
    return state == ListingState.UNFUNDED || state == ListingState.STOPPED;
  }

  /** Begins to give back what is left of a charge whose listing is over. */
  void rest(Pledge pledge, Attempt paid, Instant now) {
    boolean stopped = state(paid) == ListingState.STOPPED;
    all(pledge, paid, stopped ? RefundReason.STOPPED : RefundReason.LATE, now);
  }

  private ListingState state(Attempt paid) {
    return listings.facts(paid.listing()).state();
  }

  private Refunds.Part share(Attempt paid) {
    // what is on its way back already has not been taken out yet, and is not given twice
    Refunds.Part lying = refunds.lying(paid).least(refunds.left(paid));
    Refunds.Part there = there(paid);
    long shares = shares(paid);
    boolean enough = shares <= there.amount().amountMinor();
    Money amount =
        enough || shares == 0
            ? lying.amount()
            : there.amount().portion(lying.amount().amountMinor(), shares, RoundingMode.DOWN);
    return new Refunds.Part(amount, lying.tip()).least(there);
  }

  /** What lies with the listing and is not on its way back already. */
  private Refunds.Part there(Attempt paid) {
    Currency currency = paid.amount().currency();
    Refunds.Part all = held.lock(paid.listing(), currency);
    Refunds.Part underWay = refunds.underWay(paid.listing(), currency);
    return new Refunds.Part(free(all.amount(), underWay.amount()), free(all.tip(), underWay.tip()));
  }

  private static Money free(Money held, Money underWay) {
    return held.minus(held.least(underWay));
  }

  /** What was collected and is neither taken out nor on its way, of pledges that stay so far. */
  private long shares(Attempt paid) {
    return sql.number(
        "SELECT COALESCE(SUM(a.amount_minor"
            + " - (SELECT COALESCE(SUM(IF(r.state = 'STARTED' AND r.retry_of IS NULL,"
            + " r.amount_minor, r.escrow_minor)), 0) FROM payment_refund r WHERE r.attempt = a.id)"
            + " - (SELECT COALESCE(SUM(d.escrow_minor), 0) FROM payment_dispute d"
            + " WHERE d.attempt = a.id)), 0)"
            + " FROM pledge p JOIN payment_attempt a ON a.pledge = p.id AND a.state = 'PAID'"
            + " WHERE p.listing = ? AND p.state IN ('COLLECTED', 'DISPUTED')"
            + " AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.attempt = a.id"
            + " AND r.reason = 'DUPLICATE')",
        paid.listing().value());
  }
}
