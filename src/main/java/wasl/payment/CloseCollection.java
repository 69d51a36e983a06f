package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Ledger;
import wasl.listing.Listing;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.shared.Sql;

/**
 * The end of a collection window: funded where at least the minimum viable amount was collected and
 * is not disputed, else unfunded, and everything goes back. The tips of a funded listing are the
 * platform's from now on.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class CloseCollection {

  @Inject private Listings listings;
  @Inject private Refunds refunds;
  @Inject private ChargePauses pauses;
  @Inject private Ledger ledger;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, ListingId listing) {}

  /** Decides, if the window is over, every charge is known and finance holds none. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Listing listing = listings.lock(command.listing());
    boolean over =
        listing.state() == ListingState.COLLECTING && !now.isBefore(listing.collectingUntil());
    if (!over || open(listing) > 0 || pauses.hold(listing.id())) {
      return;
    }
    if (collected(listing).isLessThan(listing.minimumViable())) {
      listing.fallShort(now);
    } else {
      listing.fund();
      earnTips(listing, now);
    }
    listings.save(listing);
  }

  private long open(Listing listing) {
    return sql.number(
        "SELECT COUNT(*) FROM pledge WHERE listing = ?"
            + " AND state IN ('FIRM', 'CHARGING', 'REPAIR')",
        listing.id().value());
  }

  /**
   * What lies here for collected pledges: not what is on its way back, is disputed (tip and all) or
   * was lost in disputes, nor what is owed since a refund came back, though the pledge counts again
   * by then.
   */
  private Money collected(Listing listing) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(GREATEST(0, a.amount_minor - (SELECT COALESCE(SUM(r.amount_minor), 0)"
                + " FROM payment_refund r WHERE r.attempt = a.id AND r.retry_of IS NULL"
                + " AND (r.state <> 'FAILED' OR r.gateway_refund IS NOT NULL))"
                + " - (SELECT COALESCE(SUM(IF(d.state = 'OPEN', d.amount_minor, d.lost_minor)), 0)"
                + " FROM payment_dispute d WHERE d.attempt = a.id))), 0)"
                + " FROM pledge p JOIN payment_attempt a ON a.pledge = p.id AND a.state = 'PAID'"
                + " WHERE p.listing = ? AND p.state IN ('COLLECTED', 'DISPUTED') AND NOT EXISTS (SELECT 1"
                + " FROM payment_refund r WHERE r.attempt = a.id AND r.reason = 'DUPLICATE')",
            listing.id().value()),
        listing.currency());
  }

  /** Tips that are on their way back are not earned. */
  private void earnTips(Listing listing, Instant now) {
    Money held =
        ledger.lock(AccountRef.of(AccountKind.TIPS_HELD, listing.currency(), listing.id().value()));
    Money tips = held.minus(refunds.underWay(listing.id(), listing.currency()).tip());
    if (tips.isPositive()) {
      ledger.post(PaymentPostings.tipsEarned(listing.id(), tips, now));
    }
  }
}
