/**
 * Investors' promises of money to live listings: placing, confirming, cancelling, the deadline.
 * Uses shared, money, outbox, ledger, party, listing, vetting. Asks {@link
 * wasl.pledge.CardAtGateway}, which payment implements; answers {@link wasl.vetting.Interests}.
 * Hears the listing's end, suspension and resumption; tells {@link wasl.pledge.PledgeEvent}.
 * Tables: pledge, pledge_request, pledge_movement, pledge_total, pledge_cursor, pledge_run,
 * pledge_mandate.
 */
package wasl.pledge;
