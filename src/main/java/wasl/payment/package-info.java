/**
 * The card gateway: saving cards, charging, repairing, refunds, disputes, payouts, webhooks and
 * their journals; the end of the collection window; receipts, yearly statements and the time line
 * of a pledge. Uses shared, money, outbox, ledger, party, listing, pledge; answers {@link
 * wasl.pledge.CardAtGateway}. Only classes named {@code Stripe…} know the gateway's library.
 * Tables: payment_customer, payment_checkout, payment_card, payment_attempt, payment_repair,
 * payment_refund, payment_pause, payment_refund_run, payment_dispute, payment_webhook,
 * payment_receipt, payment_card_trial, payment_top_up.
 */
package wasl.payment;
