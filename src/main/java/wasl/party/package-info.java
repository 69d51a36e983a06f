/**
 * People's accounts, sign-in, institutions and their officers, roles and permissions, country
 * rules. Uses shared, money, outbox. A login, a ledger account, a Stripe account and a bank account
 * must never share the word; this is the person's.
 *
 * <p>Tables: party, party_registration, party_officer_switch, party_link, party_token,
 * party_invitation, party_attempt, party_institution, party_institution_twin, party_country_rule.
 * Events out: {@link wasl.party.PartyEvent}; none in.
 *
 * <p>Links, tokens, invitations and counted attempts live in real time, taken from the database;
 * what happens to accounts and invitations is dated by the application's clock.
 */
package wasl.party;
