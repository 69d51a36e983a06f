/** Amounts on the wire. */
package wasl.money.rest;
