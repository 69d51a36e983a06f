package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Ledger;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;

/**
 * What is held for a listing. Escrow and tips are locked with one statement, so that two who give
 * back of the same listing wait for each other and never each for the other.
 */
@ApplicationScoped
public class HeldMoney {

  @Inject private Ledger ledger;

  /** Locks both until the transaction ends and reads them. */
  Refunds.Part lock(ListingId listing, Currency currency) {
    AccountRef escrow = AccountRef.of(AccountKind.LISTING_ESCROW, currency, listing.value());
    AccountRef tips = AccountRef.of(AccountKind.TIPS_HELD, currency, listing.value());
    Map<AccountRef, Money> held = ledger.lock(List.of(escrow, tips));
    return new Refunds.Part(held.get(escrow), held.get(tips));
  }
}
