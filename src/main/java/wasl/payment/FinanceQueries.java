package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountQueries;
import wasl.ledger.EscrowCover;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRuns;
import wasl.pledge.PledgeState;
import wasl.shared.Page;
import wasl.shared.Sql;

/** What the finance desk asks: deadline runs, charges of which nothing is known, tasks. */
@ApplicationScoped
public class FinanceQueries {

  /** In which the gateway charges and keeps money. */
  public static final List<Currency> CHARGED = List.of(Currency.USD, Currency.EUR);

  @Inject private Sql sql;
  @Inject private PledgeRuns runs;
  @Inject private PledgeQueries pledges;
  @Inject private ListingQueries listings;
  @Inject private AccountQueries accounts;
  @Inject private Attempts attempts;

  /** A run with the listing that it is about. */
  public record RunRow(PledgeRuns.Run run, ListingFacts listing) {}

  /** A charge of which nothing definite is known. */
  public record UnclearRow(
      PledgeId pledge,
      ListingFacts listing,
      Money amount,
      String state,
      Instant since,
      int asked) {}

  /**
   * Something that somebody has to look at.
   *
   * @param key which: the texts explain each
   * @param count how many; 1 where an amount tells
   * @param amount how much; null where a count tells
   */
  public record Task(String key, long count, Money amount) {}

  /** So many pledges in each part of a run. */
  public record RunCounts(
      PledgeQueries.Count charged,
      PledgeQueries.Count repair,
      PledgeQueries.Count unknown,
      PledgeQueries.Count toGo,
      PledgeQueries.Count dropped,
      PledgeQueries.Count refunded,
      PledgeQueries.Count released) {}

  /** Deadline runs, newest first. */
  public Page<RunRow> runs(Page.Wish wish) {
    Page<PledgeRuns.Run> page = runs.all(wish);
    Map<ListingId, ListingFacts> facts =
        listings.facts(page.items().stream().map(PledgeRuns.Run::listing).distinct().toList());
    return new Page<>(
        page.items().stream().map(run -> new RunRow(run, facts.get(run.listing()))).toList(),
        page.page(),
        page.size(),
        page.total());
  }

  /** Charges of which nothing definite is known, the oldest first, at most 100. */
  public List<UnclearRow> unclear() {
    List<Attempt> open = attempts.open(100);
    Map<ListingId, ListingFacts> facts =
        listings.facts(open.stream().map(Attempt::listing).distinct().toList());
    return open.stream()
        .map(
            attempt ->
                new UnclearRow(
                    attempt.pledge(),
                    facts.get(attempt.listing()),
                    attempt.total(),
                    attempt.state().name(),
                    attempt.startedAt(),
                    attempt.asked()))
        .toList();
  }

  /** How far a listing's charging is. */
  public RunCounts counts(ListingFacts listing) {
    Map<PledgeState, PledgeQueries.Count> states = pledges.countsOf(listing.id());
    PledgeQueries.Count none = new PledgeQueries.Count(0, Money.zero(listing.currency()));
    PledgeQueries.Count unknown =
        sql.one(
                "SELECT COUNT(DISTINCT pledge), COALESCE(SUM(amount_minor), 0)"
                    + " FROM payment_attempt WHERE listing = ?"
                    + " AND state IN ('UNKNOWN', 'AUTHENTICATING')",
                row ->
                    new PledgeQueries.Count(
                        row.getInt(1), Money.minor(row.getLong(2), listing.currency())),
                listing.id().value())
            .orElse(none);
    PledgeQueries.Count charging = states.getOrDefault(PledgeState.CHARGING, none);
    PledgeQueries.Count firm = states.getOrDefault(PledgeState.FIRM, none);
    PledgeQueries.Count toGo =
        new PledgeQueries.Count(
            Math.max(0, charging.pledges() + firm.pledges() - unknown.pledges()),
            charging.amount().plus(firm.amount()).minus(unknown.amount()));
    return new RunCounts(
        sum(states, none, PledgeState.COLLECTED, PledgeState.DISPUTED),
        sum(states, none, PledgeState.REPAIR),
        unknown,
        toGo,
        sum(states, none, PledgeState.DROPPED),
        sum(states, none, PledgeState.REFUNDING, PledgeState.REFUNDED),
        sum(states, none, PledgeState.RELEASED));
  }

  private static PledgeQueries.Count sum(
      Map<PledgeState, PledgeQueries.Count> states,
      PledgeQueries.Count none,
      PledgeState... which) {
    PledgeQueries.Count sum = none;
    for (PledgeState state : which) {
      PledgeQueries.Count one = states.getOrDefault(state, none);
      sum = new PledgeQueries.Count(sum.pledges() + one.pledges(), sum.amount().plus(one.amount()));
    }
    return sum;
  }

  /** What somebody has to look at; empty on a good day. */
  public List<Task> tasks() {
    List<Task> tasks =
        List.of(
            count("UNCLEAR", "payment_attempt WHERE state = 'UNKNOWN'"),
            count("REFUND_FAILED", "payment_refund WHERE state = 'FAILED' AND resolved IS NULL"),
            count("DISPUTE", "payment_dispute WHERE state = 'OPEN'"),
            count("OUTBOX", "outbox_message WHERE state = 'FAILED'"));
    List<Task> open = tasks.stream().filter(task -> task.count() > 0).collect(Collectors.toList());
    open.addAll(
        sql.list(
            "SELECT currency, SUM(amount_minor + tip_minor) AS total FROM payment_refund"
                + " WHERE state = 'STARTED' AND waits > 0 GROUP BY currency ORDER BY currency",
            row ->
                new Task(
                    "REFUND_WAITS",
                    1,
                    Money.minor(
                        row.getLong("total"), Currency.valueOf(row.getString("currency"))))));
    List<AccountQueries.KindTotal> totals =
        accounts.totals().stream().filter(total -> CHARGED.contains(total.currency())).toList();
    totals.stream()
        .filter(total -> total.kind() == AccountKind.GATEWAY_CLEARING)
        .filter(total -> total.balance().isNegative())
        .forEach(total -> open.add(new Task("CLEARING_BELOW_ZERO", 1, total.balance().negated())));
    EscrowCover.of(totals).stream()
        .filter(cover -> cover.missing().isPositive())
        .forEach(cover -> open.add(new Task("COVER_MISSING", 1, cover.missing())));
    return open;
  }

  private Task count(String key, String from) {
    return new Task(key, sql.number("SELECT COUNT(*) FROM " + from), null);
  }
}
