/** Pledges for programs. */
package wasl.pledge.rest;
