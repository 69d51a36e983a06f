package wasl.ledger;

import wasl.money.Money;
import wasl.shared.Ids;

/**
 * An account as it stands.
 *
 * @param id its number
 * @param debits the sum of its debits
 * @param credits the sum of its credits
 * @param balance positive on the side on which the account grows
 */
public record AccountView(long id, AccountRef ref, Money debits, Money credits, Money balance) {

  /** The listing's or party's id as people know it; empty for the platform's accounts. */
  public String owner() {
    return ref.owner() == 0 ? "" : Ids.text(ref.owner());
  }
}
