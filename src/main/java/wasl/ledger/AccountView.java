package wasl.ledger;

import wasl.money.Money;

/**
 * An account as it stands.
 *
 * @param id its number
 * @param debits the sum of its debits
 * @param credits the sum of its credits
 * @param balance positive on the side on which the account grows
 */
public record AccountView(long id, AccountRef ref, Money debits, Money credits, Money balance) {}
