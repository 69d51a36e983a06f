package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Ledger;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/** A cardholder's bank disputes a charge; later it is won or lost. Each step is booked once. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BookDispute {

  @Inject private Attempts attempts;
  @Inject private Pledges pledges;
  @Inject private Refunds refunds;
  @Inject private ListingQueries listings;
  @Inject private Ledger ledger;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, StripeGateway.DisputeAnswer dispute) {}

  /** Books how far the dispute is. One about a charge that is not ours is left alone. */
  public void handle(Command command) {
    StripeGateway.DisputeAnswer dispute = command.dispute();
    Optional<Attempt> charged = attempts.byCharge(dispute.charge());
    if (charged.isEmpty() || dispute.status().startsWith("warning")) {
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
    int added =
        sql.change(
            "INSERT IGNORE INTO payment_dispute (dispute, pledge, listing, amount_minor, fee_minor,"
                + " currency, state, opened_at) VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?)",
            dispute.dispute(),
            attempt.pledge().value(),
            attempt.listing().value(),
            dispute.amount().amountMinor(),
            dispute.fee().amountMinor(),
            dispute.amount().currency(),
            dispute.openedAt());
    if (added == 0) {
      return sql.one(
              "SELECT state FROM payment_dispute WHERE dispute = ?",
              row -> row.getString(1),
              dispute.dispute())
          .orElseThrow();
    }
    ledger.post(PaymentPostings.disputeOpened(attempt, dispute));
    if (dispute.fee().isPositive()) {
      ledger.post(PaymentPostings.disputeFee(attempt, dispute));
    }
    if (pledge.state() == PledgeState.COLLECTED) {
      pledge.dispute(now);
      pledges.save(pledge);
    }
    return "OPEN";
  }

  private void win(
      Pledge pledge, Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant now) {
    close(dispute, "WON", now);
    ledger.post(PaymentPostings.disputeWon(attempt, dispute));
    if (pledge.state() == PledgeState.DISPUTED) {
      pledge.winDispute(now);
      pledges.save(pledge);
      ListingState state = listings.facts(attempt.listing()).state();
      if (state == ListingState.UNFUNDED || state == ListingState.STOPPED) {
        refunds.begin(pledge, attempt, RefundReason.LATE, now);
      }
    }
  }

  private void lose(
      Pledge pledge, Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant now) {
    close(dispute, "LOST", now);
    // what has gone back already does not lie there any more: the rest there is other people's
    boolean there = !refunds.givenBack(attempt);
    Money none = Money.zero(dispute.amount().currency());
    Money tip = there ? attempt.tip() : none;
    Money amount = there ? attempt.amount() : none;
    Money tips = atMost(AccountKind.TIPS_HELD, attempt, tip.least(dispute.amount()));
    Money rest = dispute.amount().minus(tips);
    Money escrow = atMost(AccountKind.LISTING_ESCROW, attempt, amount.least(rest));
    ledger.post(PaymentPostings.disputeLost(attempt, dispute, escrow, tips, now));
    if (pledge.state() == PledgeState.DISPUTED) {
      pledge.loseDispute(now);
      pledges.save(pledge);
    }
  }

  private Money atMost(AccountKind kind, Attempt attempt, Money wanted) {
    Money there = ledger.lock(AccountRef.of(kind, wanted.currency(), attempt.listing().value()));
    return wanted.least(there);
  }

  private void close(StripeGateway.DisputeAnswer dispute, String state, Instant now) {
    sql.change(
        "UPDATE payment_dispute SET state = ?, closed_at = ? WHERE dispute = ?",
        state,
        now,
        dispute.dispute());
  }
}
