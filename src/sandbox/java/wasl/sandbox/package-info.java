/** What stands outside the product: the demo's clock and data, the fake Stripe, the mailbox. */
package wasl.sandbox;
