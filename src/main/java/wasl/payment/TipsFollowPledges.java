package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.ledger.LedgerPromise;

/** The same for tips: collected less given back is what the journals say. */
@ApplicationScoped
public class TipsFollowPledges implements LedgerPromise {

  @Inject private ListingMoney money;

  @Override
  public String name() {
    return "tips-follow-pledges";
  }

  @Override
  public Optional<String> fault() {
    return money.difference("TIPS_HELD", "tip_minor", "tips_minor");
  }
}
