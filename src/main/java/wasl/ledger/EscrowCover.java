package wasl.ledger;

import java.util.Set;
import wasl.money.Currency;
import wasl.money.Money;

/**
 * Whether what is owed out of the escrow lies in the escrow bank account and at the gateway. The
 * gateway takes its fees from the clearing and the platform bears them, so it may fall short until
 * the operator tops it up: a task, not a fault.
 *
 * @param held escrow bank account and gateway clearing
 * @param owed all listings' escrows and tips held
 */
public record EscrowCover(Currency currency, Money held, Money owed) {

  static final Set<AccountKind> HOLDS =
      Set.of(AccountKind.ESCROW_BANK, AccountKind.GATEWAY_CLEARING);

  static final Set<AccountKind> OWES = Set.of(AccountKind.LISTING_ESCROW, AccountKind.TIPS_HELD);

  /** What is missing; zero where nothing is. */
  public Money missing() {
    return owed.isMoreThan(held) ? owed.minus(held) : Money.zero(currency);
  }

  EscrowCover plus(EscrowCover other) {
    return new EscrowCover(currency, held.plus(other.held), owed.plus(other.owed));
  }
}
