package wasl.sandbox.stripe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of objects the sandbox keeps, each with Stripe's name for it, the beginning of its ids
 * and the fields by which lists of it are found without reading every one.
 */
enum Kind {
  CUSTOMER("customer", "cus_", "email"),
  CHECKOUT_SESSION("checkout.session", "cs_test_", "customer", "payment_intent"),
  SETUP_INTENT("setup_intent", "seti_", "customer"),
  PAYMENT_METHOD("payment_method", "pm_", "customer"),
  PAYMENT_INTENT("payment_intent", "pi_", "customer"),
  CHARGE("charge", "ch_", "customer", "payment_intent"),
  REFUND("refund", "re_", "charge", "payment_intent"),
  DISPUTE("dispute", "dp_", "charge", "payment_intent"),
  BALANCE_TRANSACTION("balance_transaction", "txn_", "source", "_payout", "_waiting"),
  PAYOUT("payout", "po_", "status"),
  TOPUP("topup", "tu_", "status"),
  EVENT("event", "evt_", "type"),
  /** The sandbox's own: one visit to the 3-D Secure page. */
  CHALLENGE("challenge", "src_"),
  /** The sandbox's own: something that happens by itself at its {@code created} time. */
  DUE("due", "due_", "what");

  private static final Map<String, Kind> BY_NAME = new TreeMap<>();

  static {
    for (Kind kind : values()) {
      BY_NAME.put(kind.object, kind);
    }
  }

  final String object;
  final String prefix;
  final List<String> indexed;

  Kind(String object, String prefix, String... indexed) {
    this.object = object;
    this.prefix = prefix;
    this.indexed = List.of(indexed);
  }

  static Kind named(String object) {
    return BY_NAME.get(object);
  }
}
