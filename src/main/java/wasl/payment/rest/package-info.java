/** Webhooks of the gateway. */
package wasl.payment.rest;
