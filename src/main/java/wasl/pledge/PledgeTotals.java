package wasl.pledge;

import wasl.money.Money;

/**
 * What stands behind a listing.
 *
 * @param pledged promised with a saved card; after the deadline also what was charged
 * @param firm the part of it that is past any reflection
 * @param collected charged and not given back
 * @param investors how many people have a stake
 */
public record PledgeTotals(Money pledged, Money firm, Money collected, int investors) {}
