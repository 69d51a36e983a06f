/**
 * A Stripe of our own, for the demonstration and the tests: a stateful server on 127.0.0.1 that
 * stripe-java talks to over HTTP; only the API base differs from the real one.
 *
 * <p>What it imitates is Stripe's documented behaviour at API version 2026-07-29.dahlia: objects
 * and their fields as far as Wasl reads them, states, errors, idempotency, expansion, lists, test
 * cards, signed webhooks. Where Stripe is strict it is strict too (unknown parameters, locales
 * without Arabic, expiry of sessions, statement descriptors), so that what works here works there.
 *
 * <p>How it is built. {@link wasl.sandbox.stripe.World} is the whole state behind one lock: objects
 * are JSON in a {@code Store}; each request works on copies in a {@code Change}, which becomes one
 * record in the {@code Journal} with its idempotency answer; so killing the process loses nothing
 * and doubles nothing. Each resource family ({@code PaymentIntents}, {@code Refunds}, …) adds its
 * addresses to {@code Routes} and what happens by itself to {@code Happenings}. {@code Deliveries}
 * tells the webhook endpoint. {@code Pages} serves the card page and the 3-D Secure page.
 *
 * <p>The sandbox's own calls, with the API key as bearer:
 *
 * <ul>
 *   <li>{@code POST /_sandbox/clock {"offsetSeconds": n}} moves its clock and does what became due;
 *   <li>{@code POST /_sandbox/webhook {"url", "secret"}} says where events go;
 *   <li>{@code POST /_sandbox/misbehave} takes a rule {@code {"path": "payment_intents", "kind":
 *       "status|status_after|status_kept|hang|hang_after|drop_before|drop_after|limit", "status",
 *       "times", "millis", "perSecond"}} (a 429 names {@code millis} as {@code Retry-After}) or
 *       {@code {"events": "twice|late|shuffle|off", "millis"}} or {@code {"refunds":
 *       "fail|pending|short", "times"}}; {@code DELETE} clears all;
 *   <li>{@code POST /_sandbox/issuer {"payment_method", "verdict": "approve|<decline_code>",
 *       "times"}} tells a card's bank how to decide the next charges;
 *   <li>{@code POST /_sandbox/dispute {"charge", "amount"}} opens a dispute, of all that is left
 *       unless an amount is named, {@code {"dispute", "verdict": "won|lost"}} decides it; {@code
 *       POST /_sandbox/refund {"refund"}} lets a refund fail, {@code POST /_sandbox/payout
 *       {"payout"}} a payout;
 *   <li>{@code POST /_sandbox/movement {"source", "remove": true}} falsifies what the balance says
 *       of a charge, refund, dispute or payout; instead of {@code remove} also {@code duplicate},
 *       {@code amount}, {@code fee} or {@code currency};
 *   <li>{@code GET /_sandbox/idle} and {@code GET
 *       /_sandbox/state?metadata[name]=value&created=since}.
 * </ul>
 *
 * <p>All that can go wrong is also set by hand at {@code /misbehaviour} ({@link
 * wasl.sandbox.stripe.FaultPages}), which shows the last calls and events beside it.
 */
package wasl.sandbox.stripe;
