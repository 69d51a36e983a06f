package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import wasl.ledger.Ledger;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;

/** A cardholder's bank disputes a charge; later it is won or lost. Each step is booked once. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BookDispute {

  @Inject private Attempts attempts;
  @Inject private Disputes disputes;
  @Inject private Pledges pledges;
  @Inject private Refunds refunds;
  @Inject private ChargedBack chargedBack;
  @Inject private GiveBack giveBack;
  @Inject private HeldMoney held;
  @Inject private Ledger ledger;
  @Inject private Clock clock;

  public record Command(Actor by, StripeGateway.DisputeAnswer dispute) {}

  /** Books how far the dispute is. One about a charge that is not ours is left alone. */
  public void handle(Command command) {
    StripeGateway.DisputeAnswer dispute = command.dispute();
    Optional<Attempt> charged = attempts.byCharge(dispute.charge());
    if (charged.isEmpty() || !takes(dispute.status())) {
      return;
    }
    Instant now = clock.instant();
    Attempt attempt = charged.get();
    Pledge pledge = pledges.lock(attempt.pledge());
    String state = open(pledge, attempt, dispute, now);
    if (state.equals("OPEN") && dispute.status().equals("won")) {
      win(pledge, attempt, dispute, now);
    } else if (state.equals("OPEN") && dispute.status().equals("lost")) {
      lose(pledge, attempt, dispute, now);
    }
  }

  private String open(
      Pledge pledge, Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant now) {
    if (!disputes.keep(attempt, dispute)) {
      return disputes.find(dispute.dispute()).orElseThrow().state();
    }
    ledger.post(PaymentPostings.disputeOpened(attempt, dispute));
    if (dispute.fee().isPositive()) {
      ledger.post(PaymentPostings.disputeFee(attempt, dispute));
    }
    if (pledge.state() == PledgeState.COLLECTED && paysFor(attempt, pledge)) {
      pledge.dispute(now);
      pledges.save(pledge);
    }
    return "OPEN";
  }

  /** An inquiry takes no money, nor does a dispute that was prevented. */
  private static boolean takes(String status) {
    return !status.startsWith("warning") && !status.equals("prevented");
  }

  /** A duplicate's charge is no concern of the pledge. */
  private boolean paysFor(Attempt attempt, Pledge pledge) {
    return attempts.paid(pledge.id()).filter(paid -> paid.id() == attempt.id()).isPresent();
  }

  private void win(
      Pledge pledge, Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant now) {
    disputes.won(dispute.dispute(), now);
    ledger.post(PaymentPostings.disputeWon(attempt, dispute, now));
    if (pledge.state() == PledgeState.DISPUTED && paysFor(attempt, pledge)) {
      pledge.winDispute(now);
      pledges.save(pledge);
      goOn(pledge, attempt, now);
    }
  }

  /**
   * Another dispute of the same charge may stand. Else what could not go back while it was disputed
   * goes back now: what failed, and the rest.
   */
  private void goOn(Pledge pledge, Attempt attempt, Instant now) {
    disputes.follow(pledge, attempt, refunds.left(attempt), now);
    if (pledge.state() != PledgeState.COLLECTED || !giveBack.over(attempt)) {
      return;
    }
    for (Refund failed : refunds.unresolved(attempt)) {
      boolean possible = failed.owed() || refunds.fits(failed, attempt);
      if (possible && !refunds.transferAsked(failed)) {
        refunds.again(pledge, failed, attempt, now);
      }
    }
    giveBack.rest(pledge, attempt, now);
  }

  private void lose(
      Pledge pledge, Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant now) {
    // locked before what is owed, as by whoever gives back
    Refunds.Part stands = held.lock(attempt.listing(), dispute.amount().currency());
    Money payable = chargedBack.settled(attempt, dispute.amount(), now);
    Money rest = dispute.amount().minus(payable);
    // what has gone back already does not lie there any more: the rest there is other people's
    Refunds.Part from = refunds.lying(attempt).least(stands).first(rest);
    Refunds.Part lost = refunds.left(attempt).first(rest);
    disputes.lost(dispute.dispute(), payable, from, lost, now);
    chargedBack.dropWhatIsGone(attempt);
    ledger.post(PaymentPostings.disputeLost(attempt, dispute, payable, from, now));
    if (!paysFor(attempt, pledge)) {
      return;
    }
    if (pledge.state() == PledgeState.DISPUTED) {
      disputes.followed(dispute.dispute());
      Disputes.lose(pledge, lost, refunds.left(attempt), now);
      pledges.save(pledge);
    }
    goOn(pledge, attempt, now);
  }
}
