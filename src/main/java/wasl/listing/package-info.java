/**
 * Businesses and their listings: one funding round each, from draft to its end. Uses shared, money,
 * outbox, party. Asks {@link wasl.listing.InsideReaders}, which vetting implements.
 */
package wasl.listing;
