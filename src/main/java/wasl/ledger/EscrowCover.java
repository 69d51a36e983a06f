package wasl.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private EscrowCover plus(EscrowCover other) {
    return new EscrowCover(currency, held.plus(other.held), owed.plus(other.owed));
  }

  /** How each currency stands, from the sums of the chart of accounts. */
  public static List<EscrowCover> of(List<AccountQueries.KindTotal> totals) {
    Map<Currency, EscrowCover> covers = new EnumMap<>(Currency.class);
    for (AccountQueries.KindTotal total : totals) {
      Money none = Money.zero(total.currency());
      boolean holds = HOLDS.contains(total.kind());
      boolean owes = OWES.contains(total.kind());
      covers.merge(
          total.currency(),
          new EscrowCover(
              total.currency(), holds ? total.balance() : none, owes ? total.balance() : none),
          EscrowCover::plus);
    }
    return List.copyOf(covers.values());
  }
}
