package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.ledger.LedgerPromise;

/**
 * For each listing: what was collected for it less what was given back, by payment's own rows, is
 * what such journals have moved on its escrow. A lost dispute and what leaves later (tranches,
 * fees) are journals of their own kinds, which the ledger checks.
 */
@ApplicationScoped
public class EscrowFollowsPledges implements LedgerPromise {

  @Inject private ListingMoney money;

  @Override
  public String name() {
    return "escrow-follows-pledges";
  }

  @Override
  public Optional<String> fault() {
    return money.difference("LISTING_ESCROW", "amount_minor", "escrow_minor");
  }
}
