/**
 * Investors' promises of money to live listings: placing, confirming, cancelling, the deadline.
 * Uses shared, money, outbox, ledger, party, listing.
 */
package wasl.pledge;
