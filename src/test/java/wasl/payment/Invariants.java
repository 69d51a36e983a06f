package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.ledger.LedgerPromise;
import wasl.ledger.VerifyLedger;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeAction;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Lifecycle;
import wasl.shared.Sql;

/**
 * What the product promises about money and states, asked of the database itself. Each question is
 * one statement, so it sees one instant while work goes on in the background.
 */
@ApplicationScoped
public class Invariants {

  private static final Set<ListingState> OVER =
      EnumSet.of(
          ListingState.FUNDED, ListingState.UNFUNDED, ListingState.STOPPED, ListingState.WITHDRAWN);

  @Inject private Sql sql;
  @Inject private VerifyLedger verify;
  @Inject private GatewayFixtures gateway;
  @Inject @Any private Instance<LedgerPromise> promises;

  /** What is broken now; asked after each step. */
  List<String> broken(Collection<ListingId> listings) {
    String in =
        listings.stream()
            .map(listing -> Long.toString(listing.value()))
            .collect(Collectors.joining(", ", " IN (", ")"));
    List<String> faults = new ArrayList<>();
    add(
        faults,
        "journal %s does not sum to zero",
        "SELECT j.id FROM ledger_journal j JOIN ledger_entry e ON e.journal = j.id"
            + " JOIN ledger_account a ON a.id = e.account WHERE j.listing"
            + in
            + " GROUP BY j.id, a.currency"
            + " HAVING SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor)) <> 0");
    add(
        faults,
        "listing %s has an escrow or tips below zero",
        "SELECT a.owner FROM ledger_account a JOIN ledger_entry e ON e.account = a.id"
            + " WHERE a.kind IN ('LISTING_ESCROW', 'TIPS_HELD') AND a.owner"
            + in
            + " GROUP BY a.id, a.owner"
            + " HAVING SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)) < 0");
    add(
        faults,
        "pledge %s has two attempts that are not settled",
        "SELECT pledge FROM payment_attempt WHERE listing"
            + in
            + " AND state IN ('STARTED', 'AUTHENTICATING', 'UNKNOWN')"
            + " GROUP BY pledge HAVING COUNT(*) > 1");
    add(
        faults,
        "attempt %s began before the one before it was settled",
        "SELECT b.id FROM payment_attempt a JOIN payment_attempt b ON b.pledge = a.pledge"
            + " AND b.number = a.number + 1 WHERE a.listing"
            + in
            + " AND (a.settled_at IS NULL OR b.started_at < a.settled_at AND a.state <> 'PAID')");
    add(
        faults,
        "listing %s has more pledged than its cap",
        "SELECT l.id FROM listing l JOIN pledge p ON p.listing = l.id WHERE l.id"
            + in
            + " AND p.state IN ('REFLECTING', 'FIRM', 'CHARGING', 'REPAIR', 'COLLECTED')"
            + " GROUP BY l.id, l.cap_minor HAVING SUM(p.amount_minor) > l.cap_minor");
    add(
        faults,
        "pledge %s gave back more than it paid",
        "SELECT a.pledge FROM payment_attempt a JOIN payment_refund r ON r.attempt = a.id"
            + " WHERE a.listing"
            + in
            + " AND r.state <> 'FAILED' GROUP BY a.id, a.pledge, a.amount_minor, a.tip_minor"
            + " HAVING SUM(r.amount_minor + r.tip_minor) > a.amount_minor + a.tip_minor");
    add(
        faults,
        "pledge %s is charged though its listing is neither collecting nor past it",
        "SELECT p.id FROM pledge p JOIN listing l ON l.id = p.listing WHERE l.id"
            + in
            + " AND p.state IN ('CHARGING', 'COLLECTED', 'REPAIR')"
            + " AND l.state IN ('SCHEDULED', 'LIVE', 'WITHDRAWN')");
    faults.addAll(steps(in));
    promises.stream()
        .forEach(
            promise ->
                promise.fault().ifPresent(fault -> faults.add(promise.name() + ": " + fault)));
    return faults;
  }

  private void add(List<String> faults, String words, String query) {
    sql.list(query + " LIMIT 3", row -> words.formatted(row.getLong(1))).forEach(faults::add);
  }

  /** Every step that a pledge ever took stands in the table of its life cycle. */
  private List<String> steps(String in) {
    Map<Long, PledgeState> at = new HashMap<>();
    List<String> faults = new ArrayList<>();
    sql.list(
            "SELECT m.pledge, m.state FROM pledge_movement m WHERE m.listing"
                + in
                + " ORDER BY m.id",
            row -> Map.entry(row.getLong(1), PledgeState.valueOf(row.getString(2))))
        .forEach(
            step -> {
              PledgeState before = at.put(step.getKey(), step.getValue());
              if (!leads(before, step.getValue())) {
                faults.add(
                    "pledge %s went from %s to %s"
                        .formatted(step.getKey(), before, step.getValue()));
              }
            });
    return faults;
  }

  private static boolean leads(PledgeState before, PledgeState after) {
    Lifecycle<PledgeState, PledgeAction> table = PledgeState.LIFECYCLE;
    if (before == null) {
      return after == table.start();
    }
    if (before == after) {
      return table.allows(before, PledgeAction.CANCEL); // its amount was changed
    }
    for (PledgeAction action : PledgeAction.values()) {
      if (table.next(before, action).filter(after::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** All that {@code ./wasl verify} asks of the whole books. */
  List<String> brokenBooks() {
    return verify.handle().findings().stream()
        .filter(finding -> finding.fault() != null)
        .map(finding -> finding.promise() + ": " + finding.fault())
        .toList();
  }

  /** How many attempts a listing has seen. */
  long attempts(ListingId listing) {
    return sql.number("SELECT COUNT(*) FROM payment_attempt WHERE listing = ?", listing.value());
  }

  /** The gateway has charged nobody twice, whatever else is going on. */
  List<String> chargedTwice(ListingId listing) {
    Map<String, Integer> charges = new HashMap<>();
    gateway
        .charges(listing)
        .forEach(
            charge ->
                charges.merge(
                    charge.getJsonObject("metadata").getString("pledge"), 1, Integer::sum));
    return charges.entrySet().stream()
        .filter(pledge -> pledge.getValue() > 1)
        .map(pledge -> "pledge " + pledge.getKey() + " was charged " + pledge.getValue() + " times")
        .toList();
  }

  /** What is not over, or not equal to the gateway's books, once all has come to its end. */
  List<String> unfinished(ListingId listing) {
    List<String> faults = new ArrayList<>(chargedTwice(listing));
    ListingState state =
        sql.one(
                "SELECT state FROM listing WHERE id = ?",
                row -> ListingState.valueOf(row.getString(1)),
                listing.value())
            .orElseThrow();
    if (!OVER.contains(state)) {
      faults.add("listing " + listing + " is still " + state);
    }
    sql.list(
            "SELECT id, state FROM pledge WHERE listing = ? AND state IN ('STARTED', 'REFLECTING',"
                + " 'FIRM', 'CHARGING', 'REPAIR', 'REFUNDING', 'DISPUTED')",
            row -> "pledge " + new PledgeId(row.getLong(1)) + " is still " + row.getString(2),
            listing.value())
        .forEach(faults::add);
    sql.list(
            "SELECT pledge, state FROM payment_attempt WHERE listing = ? AND settled_at IS NULL",
            row -> "an attempt of " + new PledgeId(row.getLong(1)) + " is " + row.getString(2),
            listing.value())
        .forEach(faults::add);
    sql.list(
            "SELECT pledge, state FROM payment_refund WHERE listing = ?"
                + " AND state IN ('STARTED', 'PENDING')",
            row -> "a refund of " + new PledgeId(row.getLong(1)) + " is " + row.getString(2),
            listing.value())
        .forEach(faults::add);
    Money clearing = clearing(listing);
    Money there = Money.minor(gateway.netMinor(listing), Currency.USD);
    if (!clearing.equals(there)) {
      faults.add("listing " + listing + ": books say " + clearing + ", gateway " + there);
    }
    Money held = held(listing);
    if (state != ListingState.FUNDED && !held.isZero()) {
      faults.add("listing " + listing + " is " + state + " and still holds " + held);
    }
    return faults;
  }

  /** What a listing's journals have moved on the gateway's clearing. */
  private Money clearing(ListingId listing) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor)), 0)"
                + " FROM ledger_journal j JOIN ledger_entry e ON e.journal = j.id"
                + " JOIN ledger_account a ON a.id = e.account"
                + " WHERE j.listing = ? AND a.kind = 'GATEWAY_CLEARING'",
            listing.value()),
        Currency.USD);
  }

  private Money held(ListingId listing) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)), 0)"
                + " FROM ledger_account a JOIN ledger_entry e ON e.account = a.id"
                + " WHERE a.owner = ? AND a.kind IN ('LISTING_ESCROW', 'TIPS_HELD')",
            listing.value()),
        Currency.USD);
  }
}
