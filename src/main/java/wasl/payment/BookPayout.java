package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import wasl.ledger.JournalId;
import wasl.ledger.Ledger;
import wasl.ledger.LedgerQueries;
import wasl.party.Actor;

/** The gateway has paid out to the bank, or the bank has sent it back. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BookPayout {

  @Inject private Ledger ledger;
  @Inject private LedgerQueries journals;
  @Inject private Clock clock;

  /**
   * @param again whether it is booked anew where its journal was reversed: only a person decides
   *     that, for a person may have reversed it for good
   */
  public record Command(Actor by, StripeGateway.PayoutAnswer payout, boolean again) {}

  /** Books a payout that has arrived, once; undoes one that came back since. */
  public void handle(Command command) {
    StripeGateway.PayoutAnswer payout = command.payout();
    int number = 1;
    Optional<JournalId> booked = posted(payout, number);
    while (booked.isPresent() && journals.reversalOf(booked.get()).isPresent()) {
      number++;
      booked = posted(payout, number);
    }
    boolean wanted = number == 1 || command.again();
    if (payout.status().equals("paid") && payout.amount().isPositive() && wanted) {
      ledger.post(PaymentPostings.payout(payout, number));
    } else if (payout.cameBack() && booked.isPresent()) {
      ledger.reverse(booked.get(), "reversal:" + booked.get(), clock.instant());
    }
  }

  private Optional<JournalId> posted(StripeGateway.PayoutAnswer payout, int number) {
    return ledger.posted(PaymentPostings.payoutKey(payout, number));
  }
}
