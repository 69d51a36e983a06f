/** Tokens for programs, and the operator's command for the first administrator. */
package wasl.party.rest;
