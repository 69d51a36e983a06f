package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * What the product promises about money and states, asked of the database itself in other words
 * than the application's own. All questions are one statement, so they see one instant while work
 * goes on in the background.
 */
@ApplicationScoped
public class Invariants {

  private static final Set<ListingState> OVER =
      EnumSet.of(
          ListingState.FUNDED, ListingState.UNFUNDED, ListingState.STOPPED, ListingState.WITHDRAWN);

  /** Pledges whose money was charged and is here or went back since. */
  private static final String PAID =
      "('COLLECTED', 'REFUNDING', 'REFUNDED', 'DISPUTED', 'CHARGED_BACK')";

  /** What one officer alone may give back of a pledge, in cents. */
  private static final long ALONE = 50_000;

  @Inject private Sql sql;
  @Inject private VerifyLedger verify;
  @Inject private GatewayFixtures gateway;

  /** What is broken now about these listings; asked after each step. */
  List<String> broken(Collection<ListingId> listings) {
    String in =
        listings.stream()
            .map(listing -> Long.toString(listing.value()))
            .collect(Collectors.joining(", ", " IN (", ")"));
    List<Question> questions = new ArrayList<>();
    books(questions, in);
    charges(questions, in);
    refunds(questions, in);
    totals(questions, in);
    List<String> faults = new ArrayList<>(answers(questions));
    faults.addAll(steps(in));
    return faults;
  }

  /**
   * A question that nothing may answer.
   *
   * @param words what is wrong, with a place for the id
   * @param query the ids where it is
   */
  private record Question(String words, String query) {}

  private List<String> answers(List<Question> questions) {
    String all =
        IntStream.range(0, questions.size())
            .mapToObj(
                i ->
                    "(SELECT %d AS question, q.* FROM (%s LIMIT 3) q)"
                        .formatted(i, questions.get(i).query()))
            .collect(Collectors.joining(" UNION ALL "));
    return sql.list(all, row -> questions.get(row.getInt(1)).words().formatted(row.getLong(2)));
  }

  private static void books(List<Question> questions, String in) {
    ask(
        questions,
        "journal %s does not sum to zero",
        "SELECT j.id FROM ledger_journal j JOIN ledger_entry e ON e.journal = j.id"
            + " JOIN ledger_account a ON a.id = e.account WHERE j.listing"
            + in
            + " GROUP BY j.id, a.currency"
            + " HAVING SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor)) <> 0");
    ask(
        questions,
        "listing %s has an escrow or tips below zero",
        "SELECT a.owner FROM ledger_account a JOIN ledger_entry e ON e.account = a.id"
            + " WHERE a.kind IN ('LISTING_ESCROW', 'TIPS_HELD') AND a.owner"
            + in
            + " GROUP BY a.id, a.owner"
            + " HAVING SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)) < 0");
    ask(
        questions,
        "listing %s has another escrow than collected less refunded less lost",
        "SELECT l.id FROM listing l WHERE l.id"
            + in
            + " AND "
            + balance("LISTING_ESCROW")
            + " <> "
            + lying("amount_minor", "escrow_minor"));
    // once funded they are the platform's
    ask(
        questions,
        "listing %s holds other tips than collected less refunded less lost",
        "SELECT l.id FROM listing l WHERE l.id"
            + in
            + " AND NOT EXISTS (SELECT 1 FROM ledger_journal j WHERE j.listing = l.id"
            + " AND j.type = 'TIPS_EARNED') AND "
            + balance("TIPS_HELD")
            + " <> "
            + lying("tip_minor", "tips_minor"));
    ask(
        questions,
        "pledge %s was charged without its one journal",
        "SELECT a.pledge FROM payment_attempt a WHERE a.listing"
            + in
            + " AND a.state = 'PAID' AND 1 <> (SELECT COUNT(*) FROM ledger_journal j"
            + " WHERE j.pledge = a.pledge AND j.type = 'PLEDGE_COLLECTED'"
            + " AND j.reference = a.charge)");
  }

  private static String balance(String account) {
    return "(SELECT COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)), 0)"
        + " FROM ledger_account a JOIN ledger_entry e ON e.account = a.id WHERE a.kind = '"
        + account
        + "' AND a.owner = l.id)";
  }

  /** What payment's rows say of it: collected, less what was taken out by refunds and disputes. */
  private static String lying(String paid, String taken) {
    return "(SELECT COALESCE(SUM(a."
        + paid
        + "), 0) FROM payment_attempt a WHERE a.listing = l.id AND a.state = 'PAID')"
        + " - (SELECT COALESCE(SUM(r."
        + taken
        + "), 0) FROM payment_refund r WHERE r.listing = l.id)"
        + " - (SELECT COALESCE(SUM(d."
        + taken
        + "), 0) FROM payment_dispute d WHERE d.listing = l.id)";
  }

  private static void charges(List<Question> questions, String in) {
    ask(
        questions,
        "pledge %s has two attempts that are not settled",
        "SELECT pledge FROM payment_attempt WHERE listing"
            + in
            + " AND state IN ('STARTED', 'AUTHENTICATING', 'UNKNOWN')"
            + " GROUP BY pledge HAVING COUNT(*) > 1");
    ask(
        questions,
        "attempt %s began before the one before it was settled",
        "SELECT b.id FROM payment_attempt a JOIN payment_attempt b ON b.pledge = a.pledge"
            + " AND b.number = a.number + 1 WHERE a.listing"
            + in
            + " AND (a.settled_at IS NULL OR b.started_at < a.settled_at AND a.state <> 'PAID')");
    ask(
        questions,
        "listing %s has more pledged than its cap",
        "SELECT l.id FROM listing l JOIN pledge p ON p.listing = l.id WHERE l.id"
            + in
            + " AND p.state IN ('REFLECTING', 'FIRM', 'CHARGING', 'REPAIR', 'COLLECTED')"
            + " GROUP BY l.id, l.cap_minor HAVING SUM(p.amount_minor) > l.cap_minor");
    ask(
        questions,
        "pledge %s is charged though its listing is neither collecting nor past it",
        "SELECT p.id FROM pledge p JOIN listing l ON l.id = p.listing WHERE l.id"
            + in
            + " AND p.state IN ('CHARGING', 'COLLECTED', 'REPAIR')"
            + " AND l.state IN ('SCHEDULED', 'LIVE', 'WITHDRAWN')");
    ask(
        questions,
        "pledge %s counts as collected and was not charged",
        "SELECT p.id FROM pledge p WHERE p.listing"
            + in
            + " AND p.state IN "
            + PAID
            + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
            + " WHERE a.pledge = p.id AND a.state = 'PAID')");
    ask(
        questions,
        "pledge %s was charged, is not collected and gets nothing back",
        "SELECT p.id FROM pledge p JOIN payment_attempt a ON a.pledge = p.id WHERE p.listing"
            + in
            + " AND a.state = 'PAID' AND p.state NOT IN "
            + PAID
            + " AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.attempt = a.id)");
  }

  private static void refunds(List<Question> questions, String in) {
    ask(
        questions,
        "pledge %s gave back more than it paid",
        "SELECT a.pledge FROM payment_attempt a JOIN payment_refund r ON r.attempt = a.id"
            + " WHERE a.listing"
            + in
            + " AND r.state <> 'FAILED' GROUP BY a.id, a.pledge, a.amount_minor, a.tip_minor"
            + " HAVING SUM(r.amount_minor + r.tip_minor) > a.amount_minor + a.tip_minor");
    ask(
        questions,
        "pledge %s gave back and lost more than it paid",
        "SELECT a.pledge FROM payment_attempt a WHERE a.listing"
            + in
            + " AND (SELECT COALESCE(SUM(r.amount_minor + r.tip_minor), 0) FROM payment_refund r"
            + " WHERE r.attempt = a.id AND r.retry_of IS NULL"
            + " AND (r.state <> 'FAILED' OR r.gateway_refund IS NOT NULL))"
            + " + (SELECT COALESCE(SUM(d.lost_minor + d.lost_tip_minor), 0)"
            + " FROM payment_dispute d WHERE d.attempt = a.id) > a.amount_minor + a.tip_minor");
    ask(
        questions,
        "refund %s was taken from elsewhere than it says",
        "SELECT id FROM payment_refund WHERE listing"
            + in
            + " AND escrow_minor + tips_minor + loss_minor <> IF(gateway_refund IS NULL"
            + " OR retry_of IS NOT NULL, 0, amount_minor + tip_minor)");
    ask(
        questions,
        "refund %s is the officers' without what they decided",
        "SELECT r.id FROM payment_refund r WHERE r.listing"
            + in
            + " AND r.request IS NOT NULL AND NOT EXISTS (SELECT 1 FROM finance_refund_request q"
            + " WHERE q.id = r.request AND q.state = 'APPROVED' AND q.pledge = r.pledge"
            + " AND q.amount_minor = r.amount_minor + r.tip_minor)");
    ask(
        questions,
        "request %s was approved and not begun",
        "SELECT q.id FROM finance_refund_request q WHERE q.listing"
            + in
            + " AND q.state = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM payment_refund r"
            + " WHERE r.request = q.id)");
    ask(
        questions,
        "request %s was approved by whoever asked",
        "SELECT id FROM finance_refund_request WHERE listing"
            + in
            + " AND four_eyes = TRUE AND state = 'APPROVED' AND decided_by = asked_by");
    ask(
        questions,
        "pledge %s was given back by one officer alone, above the limit",
        "SELECT pledge FROM finance_refund_request WHERE listing"
            + in
            + " AND four_eyes = FALSE GROUP BY pledge HAVING SUM(amount_minor) > "
            + ALONE);
  }

  /** What the pages show as pledged and collected is what the pledges themselves add up to. */
  private static void totals(List<Question> questions, String in) {
    ask(
        questions,
        "listing %s shows other totals than its pledges add up to",
        "SELECT listing FROM (SELECT listing, pledged_minor, collected_minor FROM pledge_total"
            + " WHERE listing"
            + in
            + " UNION ALL SELECT listing, pledged_minor, collected_minor FROM pledge_movement"
            + " WHERE listing"
            + in
            + " AND id > (SELECT upto FROM pledge_cursor WHERE name = 'TOTALS')"
            + " UNION ALL SELECT listing,"
            + " IF(state IN ('REFLECTING', 'FIRM', 'CHARGING', 'REPAIR', 'COLLECTED', 'REFUNDING',"
            + " 'DISPUTED'), refunded_minor - amount_minor, 0),"
            + " IF(state IN ('COLLECTED', 'REFUNDING', 'DISPUTED'),"
            + " refunded_minor - amount_minor, 0) FROM pledge WHERE listing"
            + in
            + ") parts GROUP BY listing"
            + " HAVING SUM(pledged_minor) <> 0 OR SUM(collected_minor) <> 0");
  }

  /** Every journal of a listing as it stands: what was posted once stays so. */
  Map<Long, String> journals(ListingId listing) {
    Map<Long, String> journals = new HashMap<>();
    sql.list(
            "SELECT j.id, CONCAT_WS('|', j.type, j.body_hash, j.booked_at, j.effective_at,"
                + " j.pledge, j.reference, GROUP_CONCAT(CONCAT_WS(':', e.account, e.side,"
                + " e.amount_minor, e.currency) ORDER BY e.line)) FROM ledger_journal j"
                + " JOIN ledger_entry e ON e.journal = j.id WHERE j.listing = ? GROUP BY j.id",
            row -> Map.entry(row.getLong(1), row.getString(2)),
            listing.value())
        .forEach(journal -> journals.put(journal.getKey(), journal.getValue()));
    return journals;
  }

  private static void ask(List<Question> questions, String words, String query) {
    questions.add(new Question(words, query));
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
      // its amount was changed, or a part of it went back
      return table.allows(before, PledgeAction.CANCEL) || before.collected();
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
    return chargedTwice(gateway.charges(listing));
  }

  /** The same of everybody who was charged since an instant of the application's clock. */
  List<String> chargedTwice(Instant since) {
    return chargedTwice(gateway.charges(since));
  }

  private static List<String> chargedTwice(List<JsonObject> charged) {
    Map<String, Integer> charges = new HashMap<>();
    charged.forEach(
        charge ->
            charges.merge(charge.getJsonObject("metadata").getString("pledge"), 1, Integer::sum));
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
    faults.addAll(keptBack(listing, state));
    Money clearing = clearing(listing);
    Money there = Money.minor(gateway.netMinor(listing), Currency.USD);
    if (!clearing.equals(there)) {
      faults.add("listing " + listing + ": books say " + clearing + ", gateway " + there);
    }
    Money held = held(listing);
    Money refused = refused(listing);
    if (state != ListingState.FUNDED && held.isMoreThan(refused)) {
      faults.add(
          "listing %s is %s and still holds %s, of which the gateway refused to give back %s"
              .formatted(listing, state, held, refused));
    }
    return faults;
  }

  /** Collected for a listing that is over, and neither went back nor waits for an officer. */
  private List<String> keptBack(ListingId listing, ListingState state) {
    if (state == ListingState.FUNDED) {
      return List.of();
    }
    return sql.list(
        "SELECT p.id FROM pledge p WHERE p.listing = ? AND p.state = 'COLLECTED'"
            + " AND p.id NOT IN (SELECT r.pledge FROM payment_refund r"
            + " WHERE r.state = 'FAILED' AND r.resolved IS NULL AND r.listing = p.listing)",
        row ->
            "pledge %s was kept though listing %s is %s"
                .formatted(new PledgeId(row.getLong(1)), listing, state),
        listing.value());
  }

  /** What the gateway would not give back: it lies there until an officer has dealt with it. */
  private Money refused(ListingId listing) {
    return Money.minor(
        sql.number(
            "SELECT COALESCE(SUM(amount_minor + tip_minor), 0) FROM payment_refund"
                + " WHERE listing = ? AND state = 'FAILED' AND resolved IS NULL"
                + " AND gateway_refund IS NULL",
            listing.value()),
        Currency.USD);
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
