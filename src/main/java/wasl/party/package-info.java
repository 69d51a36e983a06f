/**
 * People's accounts, institutions, roles and permissions, sign-in, country rules. Uses shared,
 * money, outbox. A login, a ledger account, a Stripe account and a bank account must never share
 * the word; this is the person's.
 */
package wasl.party;
