/**
 * What leaves the escrow: tranches to a business, tips and fees to the platform. So far the recipes
 * of its journals; milestones, approval and the bank's files follow. Uses ledger, money, listing.
 * Tables: none yet. Events in and out: none yet.
 */
package wasl.payout;
