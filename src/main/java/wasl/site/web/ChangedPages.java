package wasl.site.web;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import wasl.listing.ListingEvent;
import wasl.listing.ListingId;
import wasl.party.PartyEvent;
import wasl.payment.PaymentEvent;
import wasl.pledge.PledgeEvent;
import wasl.shared.DomainEvent;
import wasl.shared.web.KeptPages;

/**
 * Drops pages from this node's memory as soon as what they show has changed here. Other nodes, and
 * whatever is not an event, show it within two seconds: no page is kept longer.
 */
@ApplicationScoped
public class ChangedPages {

  private static final String ONE = "/listings/";

  @Inject private KeptPages pages;

  void changed(@Observes(during = AFTER_SUCCESS) DomainEvent event) {
    if (event instanceof ListingEvent changed) {
      drop(changed.listing());
    } else if (event instanceof PledgeEvent changed) {
      drop(changed.listing());
    } else if (!(event instanceof PartyEvent) && !(event instanceof PaymentEvent)) {
      // accounts, and what is left to be done for payments, stand on no visitor's page
      pages.drop(key -> true);
    }
  }

  /** The listing's own pages, and all that show many. */
  private void drop(ListingId listing) {
    String own = ONE + listing;
    pages.drop(key -> !key.contains(ONE) || key.contains(own));
  }
}
