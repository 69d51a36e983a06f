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
  @Inject private Ledger ledger;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, ListingId listing) {}

  /** Decides, if the window is over and every charge is known. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Listing listing = listings.lock(command.listing());
    boolean over =
        listing.state() == ListingState.COLLECTING && !now.isBefore(listing.collectingUntil());
    if (!over || sum(listing, "'FIRM', 'CHARGING', 'REPAIR'").isPositive()) {
      return;
    }
    if (sum(listing, "'COLLECTED'").isLessThan(listing.minimumViable())) {
      listing.fallShort(now);
    } else {
      listing.fund();
      earnTips(listing, now);
    }
    listings.save(listing);
  }

  private Money sum(Listing listing, String states) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(amount_minor - refunded_minor), 0) FROM pledge WHERE listing = ? AND state IN ("
                + states
                + ")",
            listing.id().value()),
        listing.currency());
  }

  private void earnTips(Listing listing, Instant now) {
    Money tips =
        ledger.lock(AccountRef.of(AccountKind.TIPS_HELD, listing.currency(), listing.id().value()));
    if (tips.isPositive()) {
      ledger.post(PaymentPostings.tipsEarned(listing.id(), tips, now));
    }
  }
}
