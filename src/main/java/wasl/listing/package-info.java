/**
 * Businesses and their listings: one funding round each, from draft to its end. Uses shared, money,
 * outbox, party.
 */
package wasl.listing;
