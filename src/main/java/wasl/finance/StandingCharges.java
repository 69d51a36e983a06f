package wasl.finance;

import static wasl.task.TaskFact.code;
import static wasl.task.TaskFact.instant;
import static wasl.task.TaskFact.money;
import static wasl.task.TaskFact.number;
import static wasl.task.TaskFact.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.ChargePauses;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;

/** Charges that nobody knows the end of, or that do not happen, and campaigns that do not end. */
@ApplicationScoped
public class StandingCharges {

  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(30);
  private static final Duration CHARGING_FOR = Duration.ofHours(2);
  private static final Duration PAUSED_FOR = Duration.ofHours(24);

  /** A silent gateway may hold up the end of a campaign for an hour. */
  private static final Duration OVERDUE_FOR = Duration.ofHours(2);

  private static final String CHARGING = "/finance/charging";
  private static final int MOST = 500;

  @Inject private ChargePauses pauses;
  @Inject private FinanceTasks tasks;
  @Inject private Sql sql;

  void look(Instant now) {
    unknown(now);
    standing(now);
    paused(now);
    campaigns(now);
    windows(now);
  }

  private record Unknown(
      long id, PledgeId pledge, ListingId listing, Money amount, int asked, Instant since) {}

  private void unknown(Instant now) {
    List<String> found = new ArrayList<>();
    for (Unknown one :
        sql.list(
            "SELECT id, pledge, listing, amount_minor + tip_minor, currency, asked, started_at"
                + " FROM payment_attempt WHERE ask_at IS NOT NULL AND started_at < ?"
                + " ORDER BY started_at LIMIT ?",
            row ->
                new Unknown(
                    row.getLong(1),
                    new PledgeId(row.getLong(2)),
                    new ListingId(row.getLong(3)),
                    Money.minor(row.getLong(4), Currency.valueOf(row.getString(5))),
                    row.getInt(6),
                    Sql.instant(row, "started_at")),
            now.minus(UNKNOWN_FOR),
            MOST)) {
      found.add(Ids.text(one.id()));
      tasks.open(
          FinanceTask.CHARGE_UNKNOWN,
          Ids.text(one.id()),
          CHARGING,
          code("pledge", one.pledge()),
          code("listing", one.listing()),
          money("amount", one.amount()),
          number("asked", one.asked()),
          instant("since", one.since()));
    }
    tasks.keepOnly(FinanceTask.CHARGE_UNKNOWN, found);
  }

  private record Standing(ListingId listing, long pledges, Instant since) {}

  private void standing(Instant now) {
    List<String> found = new ArrayList<>();
    for (Standing one :
        sql.list(
            // each pledge by itself: what is tried again beside it does not hide that it stands
            "SELECT s.listing, COUNT(*), MIN(s.since) AS since FROM (SELECT p.id, p.listing,"
                + " MAX(m.at) AS since FROM listing l"
                + " JOIN pledge p ON p.listing = l.id AND p.state = 'CHARGING'"
                + " JOIN pledge_movement m ON m.pledge = p.id AND m.state = 'CHARGING'"
                + " WHERE l.state = 'COLLECTING' AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
                + " WHERE a.pledge = p.id AND a.ask_at IS NOT NULL)"
                + " GROUP BY p.id, p.listing HAVING MAX(m.at) < ?) s"
                + " GROUP BY s.listing ORDER BY s.listing LIMIT ?",
            row ->
                new Standing(
                    new ListingId(row.getLong(1)), row.getLong(2), Sql.instant(row, "since")),
            now.minus(CHARGING_FOR),
            MOST)) {
      if (!pauses.hold(one.listing())) {
        found.add(one.listing().toString());
        tasks.open(
            FinanceTask.CHARGING_STANDS,
            one.listing().toString(),
            CHARGING,
            code("listing", one.listing()),
            number("pledges", one.pledges()),
            instant("since", one.since()));
      }
    }
    tasks.keepOnly(FinanceTask.CHARGING_STANDS, found);
  }

  private void paused(Instant now) {
    List<String> found = new ArrayList<>();
    for (ChargePauses.Pause pause : pauses.open()) {
      if (pause.pausedAt().isBefore(now.minus(PAUSED_FOR))) {
        found.add(Ids.text(pause.id()));
        tasks.open(
            FinanceTask.CHARGING_PAUSED,
            Ids.text(pause.id()),
            CHARGING,
            text("reason", pause.reason()),
            instant("since", pause.pausedAt()));
      }
    }
    tasks.keepOnly(FinanceTask.CHARGING_PAUSED, found);
  }

  private void campaigns(Instant now) {
    overdue(
        FinanceTask.CAMPAIGN_OVERDUE,
        "SELECT id, deadline AS due, (SELECT COUNT(*) FROM pledge p WHERE p.listing = l.id"
            + " AND p.state = 'STARTED') FROM listing l WHERE state = 'LIVE' AND deadline < ?"
            + " ORDER BY deadline LIMIT ?",
        now);
  }

  private void windows(Instant now) {
    overdue(
        FinanceTask.WINDOW_OVERDUE,
        "SELECT id, collecting_until AS due, (SELECT COUNT(*) FROM pledge p"
            + " WHERE p.listing = l.id AND p.state IN ('FIRM', 'CHARGING')) FROM listing l"
            + " WHERE state = 'COLLECTING' AND collecting_until < ? ORDER BY collecting_until"
            + " LIMIT ?",
        now);
  }

  private void overdue(FinanceTask kind, String query, Instant now) {
    List<String> found =
        sql.list(
            query,
            row -> {
              ListingId listing = new ListingId(row.getLong(1));
              tasks.open(
                  kind,
                  listing.toString(),
                  CHARGING,
                  code("listing", listing),
                  instant("since", Sql.instant(row, "due")),
                  number("waiting", row.getLong(3)));
              return listing.toString();
            },
            now.minus(OVERDUE_FOR),
            MOST);
    tasks.keepOnly(kind, found);
  }
}
