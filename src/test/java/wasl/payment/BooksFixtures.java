package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.Ledger;
import wasl.ledger.VerifyLedger;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payout.PayoutPostings;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** What the ledger says, against what the gateway has. */
@ApplicationScoped
public class BooksFixtures {

  @Inject private Balances balances;
  @Inject private GatewayFixtures gateway;
  @Inject private Ledger ledger;
  @Inject private VerifyLedger verify;
  @Inject private Sql sql;

  /** What lies on a listing's escrow. */
  public Money escrow(ListingId listing) {
    return balances.of(AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, listing.value()));
  }

  /** The tips that are held for a listing. */
  public Money tips(ListingId listing) {
    return balances.of(AccountRef.of(AccountKind.TIPS_HELD, Currency.USD, listing.value()));
  }

  /** How many journals of a type a pledge has. */
  public long journals(PledgeId pledge, String type) {
    return sql.number(
        "SELECT COUNT(*) FROM ledger_journal WHERE pledge = ? AND type = ?", pledge.value(), type);
  }

  /** Escrow and tips of a listing that is not funded are to the cent what the gateway keeps. */
  public void agreeWithTheGateway(ListingId listing) {
    assertThat(escrow(listing).plus(tips(listing)).amountMinor())
        .isEqualTo(gateway.keptMinor(listing));
  }

  /** The pledge was charged once, and booked once. */
  public void chargedOnce(PledgeId pledge) {
    assertThat(gateway.charges(pledge)).hasSize(1);
    assertThat(journals(pledge, "PLEDGE_COLLECTED")).isEqualTo(1);
    assertThat(journals(pledge, "GATEWAY_FEE")).isEqualTo(1);
  }

  /** A tranche leaves a listing's escrow, without a fee. */
  @Transactional
  public void tranche(ListingId listing, Money amount) {
    ledger.post(
        PayoutPostings.approved(
            listing,
            "test-" + Ids.text(Ids.next()),
            amount,
            Money.zero(amount.currency()),
            Instant.parse("2026-11-22T10:00:00Z")));
  }

  /**
   * The newest refund was written down and its message lost with its process: in the caller's
   * transaction. The gateway is told when the clock has passed the first asking.
   */
  public void loseMessage() {
    assertThat(
            sql.change(
                "UPDATE outbox_message SET state = 'DONE' WHERE handler = 'payment.refund'"
                    + " ORDER BY id DESC LIMIT 1"))
        .isEqualTo(1);
  }

  /** What the platform has lost by a pledge. */
  public Money loss(PledgeId pledge) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor)), 0)"
                + " FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal"
                + " JOIN ledger_account a ON a.id = e.account"
                + " WHERE a.kind = 'PLATFORM_LOSS' AND j.pledge = ?",
            pledge.value()),
        Currency.USD);
  }

  /** What is owed since refunds came back. */
  public Money payable() {
    return balances.of(AccountRef.of(AccountKind.REFUNDS_PAYABLE, Currency.USD));
  }

  /** Every promise between pledges, charges, refunds and journals. */
  public void hold() {
    assertThat(verify.handle().findings())
        .filteredOn(finding -> finding.promise().contains("-follow-"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.fault()).as(finding.promise()).isNull());
  }

  /** Waits for what happens in the background; fails after half a minute. */
  public static void until(BooleanSupplier done) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nothing happened").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }
}
