package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/** What the ledger says, against what the gateway has. */
@ApplicationScoped
public class BooksFixtures {

  @Inject private Balances balances;
  @Inject private GatewayFixtures gateway;
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

  /** Waits for what happens in the background; fails after half a minute. */
  public static void until(BooleanSupplier done) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nothing happened").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }
}
