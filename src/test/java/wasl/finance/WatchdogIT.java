package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.ledger.Ledger;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.ChargePauses;
import wasl.payment.EndPause;
import wasl.payment.GatewayFixtures;
import wasl.payment.PauseCharging;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Sql;
import wasl.task.TaskQueries;

/** The watchdog names what stands still, and lets go of it when its cause is gone. */
@ExtendWith(ArquillianExtension.class)
class WatchdogIT {

  /** Of a listing that there is not: no promise about pledges is concerned. */
  private static final long ESCROW = Ids.next();

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private PauseCharging pause;
  @Inject private EndPause resume;
  @Inject private ChargePauses pauses;
  @Inject private Watchdog watchdog;
  @Inject private StandingCharges charges;
  @Inject private AskReconciliation compare;
  @Inject private Reconciliations reconciliations;
  @Inject private Ledger ledger;
  @Resource private UserTransaction transaction;
  @Inject private TaskQueries tasks;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  private ListingId listing;
  private PledgeId pledge;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    listing = campaigns.live(1_000);
    pledge = gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.GOOD);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
    pauses.open().forEach(one -> resume.handle(new EndPause.Command(officer, one.listing())));
  }

  @Test
  void namesAnUnknownChargeAndItsWindowUntilTheyAreKnown() {
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":1000}");
    campaigns.passDeadline(listing);
    String attempt =
        Ids.text(sql.number("SELECT id FROM payment_attempt WHERE pledge = ?", pledge.value()));
    look(Duration.ofMinutes(20));
    assertThat(open(FinanceTask.CHARGE_UNKNOWN, attempt)).isFalse();
    look(Duration.ofMinutes(40));
    assertThat(open(FinanceTask.CHARGE_UNKNOWN, attempt)).isTrue();
    look(Duration.ofDays(9));
    assertThat(open(FinanceTask.WINDOW_OVERDUE, listing.toString())).isTrue();

    gateway.behave();
    campaigns.pass(Duration.ofHours(1));
    look(Duration.ZERO);
    assertThat(open(FinanceTask.CHARGE_UNKNOWN, attempt)).isFalse();
    assertThat(open(FinanceTask.WINDOW_OVERDUE, listing.toString())).isFalse();
  }

  /** What is tried again beside it does not hide a pledge that nobody charges. */
  @Test
  void namesPledgesThatStandThoughOthersAreTriedAgain() throws Exception {
    ListingId large = campaigns.live(2_000);
    PledgeId stands = gateway.pledged(campaigns.investor(), large, 1_000, 0, GatewayFixtures.GOOD);
    PledgeId tried = gateway.pledged(campaigns.investor(), large, 1_000, 0, GatewayFixtures.GOOD);
    transaction.begin();
    try {
      sql.change("UPDATE listing SET state = 'COLLECTING' WHERE id = ?", large.value());
      charging(stands, Duration.ofHours(3));
      charging(tried, Duration.ZERO);
      charges.look(clock.instant());
      assertThat(open(FinanceTask.CHARGING_STANDS, large.toString())).isTrue();
      charging(stands, Duration.ofHours(1));
      charges.look(clock.instant());
      assertThat(open(FinanceTask.CHARGING_STANDS, large.toString())).isFalse();
    } finally {
      transaction.rollback();
    }
  }

  private void charging(PledgeId id, Duration since) {
    sql.change("UPDATE pledge SET state = 'CHARGING' WHERE id = ?", id.value());
    sql.change(
        "INSERT INTO pledge_movement (id, listing, pledge, state, at, started_minor,"
            + " pledged_minor, firm_minor, collected_minor)"
            + " SELECT ?, listing, id, 'CHARGING', ?, 0, 0, 0, 0 FROM pledge WHERE id = ?",
        Ids.next(),
        clock.instant().minus(since),
        id.value());
  }

  @Test
  void namesAPauseThatLastsAndADisputeThatWaits() {
    pause.handle(new PauseCharging.Command(officer, listing, "To be looked at."));
    String held = Ids.text(pauses.open(listing).orElseThrow().id());
    look(Duration.ofHours(25));
    assertThat(open(FinanceTask.CHARGING_PAUSED, held)).isTrue();
    resume.handle(new EndPause.Command(officer, listing));
    look(Duration.ofHours(25));
    assertThat(open(FinanceTask.CHARGING_PAUSED, held)).isFalse();

    campaigns.passDeadline(listing);
    gateway.dispute(gateway.charges(pledge).get(0).getString("id"));
    campaigns.pass(Duration.ofMinutes(1));
    String dispute =
        sql.one(
                "SELECT dispute FROM payment_dispute WHERE pledge = ?",
                row -> row.getString(1),
                pledge.value())
            .orElseThrow();
    look(Duration.ZERO);
    assertThat(open(FinanceTask.DISPUTE_UNANSWERED, dispute)).isTrue();
    gateway.decide(dispute, "won");
    campaigns.pass(Duration.ofMinutes(1));
    look(Duration.ZERO);
    assertThat(open(FinanceTask.DISPUTE_UNANSWERED, dispute)).isFalse();
  }

  @Test
  void namesWhatTheGatewayToldAndNobodyProcessed() {
    String type = "wasl.test." + Ids.text(Ids.next());
    Instant now = clock.instant();
    sql.change(
        "INSERT INTO payment_webhook (event, type, object_id, received_at) VALUES (?, ?, 'x', ?)",
        type,
        type,
        now);
    look(Duration.ofMinutes(50));
    assertThat(open(FinanceTask.EVENT_STANDS, type)).isFalse();
    look(Duration.ofMinutes(70));
    assertThat(open(FinanceTask.EVENT_STANDS, type)).isTrue();
    sql.change("UPDATE payment_webhook SET processed_at = ? WHERE event = ?", now, type);
    look(Duration.ofMinutes(70));
    assertThat(open(FinanceTask.EVENT_STANDS, type)).isFalse();
  }

  @Test
  void namesAComparisonThatComesToNoEnd() {
    gateway.misbehave(
        "{\"path\":\"balance_transactions\",\"kind\":\"status\",\"status\":500,\"times\":1000}");
    Instant now = clock.instant();
    long id = compare.handle(new AskReconciliation.Command(officer, now.minusSeconds(60), now));
    BooksFixtures.until(() -> reconciliations.find(id).orElseThrow().fault() != null);
    look(Duration.ofHours(5));
    assertThat(open(FinanceTask.RECONCILIATION_STANDS, "gateway")).isFalse();
    look(Duration.ofHours(7));
    assertThat(open(FinanceTask.RECONCILIATION_STANDS, "gateway")).isTrue();
    gateway.behave();
    campaigns.pass(Duration.ofMinutes(11));
    BooksFixtures.until(() -> reconciliations.find(id).orElseThrow().doneAt() != null);
    look(Duration.ZERO);
    assertThat(open(FinanceTask.RECONCILIATION_STANDS, "gateway")).isFalse();
    assertThat(open(FinanceTask.RECONCILIATION_PARTIAL, "gateway")).isFalse();

    // the last of all, and it had no time for three
    leftOut(id, 3);
    look(Duration.ZERO);
    assertThat(open(FinanceTask.RECONCILIATION_PARTIAL, "gateway")).isTrue();
    leftOut(id, 0);
    look(Duration.ZERO);
    assertThat(open(FinanceTask.RECONCILIATION_PARTIAL, "gateway")).isFalse();
  }

  private void leftOut(long reconciliation, int uncompared) {
    sql.change(
        "UPDATE finance_reconciliation SET uncompared = ?, done_at = done_at + INTERVAL 1 DAY"
            + " WHERE id = ?",
        uncompared,
        reconciliation);
  }

  /** What a payout took does not lie there; only what was charged since can. In euros: ours. */
  @Test
  void countsHowLongMoneyLiesFromTheFirstChargeAfterAPayout() throws Exception {
    post(JournalType.PLEDGE_COLLECTED, AccountKind.GATEWAY_CLEARING, AccountKind.LISTING_ESCROW);
    post(JournalType.GATEWAY_PAYOUT, AccountKind.ESCROW_BANK, AccountKind.GATEWAY_CLEARING);
    campaigns.pass(Duration.ofDays(1));
    post(JournalType.PLEDGE_COLLECTED, AccountKind.GATEWAY_CLEARING, AccountKind.LISTING_ESCROW);
    look(Duration.ofDays(13).plusHours(12));
    assertThat(open(FinanceTask.CLEARING_STANDS, "EUR")).isFalse();
    look(Duration.ofDays(14).plusHours(12));
    assertThat(open(FinanceTask.CLEARING_STANDS, "EUR")).isTrue();
    post(JournalType.GATEWAY_PAYOUT, AccountKind.ESCROW_BANK, AccountKind.GATEWAY_CLEARING);
    look(Duration.ofDays(14).plusHours(12));
    assertThat(open(FinanceTask.CLEARING_STANDS, "EUR")).isFalse();
  }

  private void post(JournalType type, AccountKind debit, AccountKind credit) throws Exception {
    Money sum = Money.minor(1_000, Currency.EUR);
    transaction.begin();
    ledger.post(
        new JournalEntry(
            type,
            "test-watchdog:" + Ids.text(Ids.next()),
            clock.instant(),
            JournalReference.to(Ids.text(Ids.next())),
            List.of(
                JournalEntry.Line.debit(of(debit), sum),
                JournalEntry.Line.credit(of(credit), sum))));
    transaction.commit();
  }

  private AccountRef of(AccountKind kind) {
    return kind == AccountKind.LISTING_ESCROW
        ? AccountRef.of(kind, Currency.EUR, ESCROW)
        : AccountRef.of(kind, Currency.EUR);
  }

  /** Looks as if so much time had passed. */
  private void look(Duration later) {
    watchdog.look(clock.instant().plus(later));
  }

  private boolean open(FinanceTask kind, String subject) {
    return tasks.open(kind, subject).isPresent();
  }
}
