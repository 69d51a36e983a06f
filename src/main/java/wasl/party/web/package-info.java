/** Sign-up, sign-in, sessions, invitations, the account's page, and the administrators' pages. */
package wasl.party.web;
