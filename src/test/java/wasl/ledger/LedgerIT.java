package wasl.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.ledger.JournalEntry.Line.credit;
import static wasl.ledger.JournalEntry.Line.debit;
import static wasl.ledger.LedgerFixtures.CLEARING;
import static wasl.ledger.LedgerFixtures.FEES;
import static wasl.ledger.LedgerFixtures.THEN;
import static wasl.ledger.LedgerFixtures.aKey;
import static wasl.ledger.LedgerFixtures.anEscrow;
import static wasl.ledger.LedgerFixtures.collected;
import static wasl.ledger.LedgerFixtures.entry;
import static wasl.ledger.LedgerFixtures.refunded;
import static wasl.ledger.LedgerFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Baghdad;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;

@ExtendWith(ArquillianExtension.class)
class LedgerIT {

  @Inject private Ledger ledger;
  @Inject private Balances balances;
  @Inject private LedgerQueries queries;
  @Inject private AccountQueries accountQueries;
  @Inject private StatementQueries statements;
  @Inject private NumberJournals numberJournals;
  @Inject private RollUpBalances rollUpBalances;
  @Inject private VerifyLedger verifyLedger;
  @Inject private Sql sql;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService threads;

  @Resource(lookup = "java:app/jdbc/wasl")
  private DataSource database;

  @Test
  void postsAJournalAndItsBalances() throws Exception {
    AccountRef escrow = anEscrow();
    JournalId id = post(collected(aKey(), escrow, 2_500));

    assertThat(balances.of(escrow)).isEqualTo(usd(2_500));
    JournalView journal = queries.journal(id).orElseThrow();
    assertThat(journal.entries())
        .containsExactly(debit(CLEARING, usd(2_500)), credit(escrow, usd(2_500)));
    assertThat(journal.effectiveAt()).isEqualTo(THEN);
    assertThat(journal.reference()).isEqualTo("ch_test");
  }

  @Test
  void seesItsOwnPostingsBeforeTheCommit() throws Exception {
    AccountRef escrow = anEscrow();
    inTransaction(
        () -> {
          ledger.post(collected(aKey(), escrow, 900));
          assertThat(ledger.lock(escrow)).isEqualTo(usd(900));
          ledger.post(refunded(aKey(), escrow, 400));
          assertThat(balances.of(escrow)).isEqualTo(usd(500));
          return null;
        });
    assertThat(balances.of(escrow)).isEqualTo(usd(500));
  }

  @Test
  void standsOrFallsWithItsTransaction() throws Exception {
    AccountRef escrow = anEscrow();
    transaction.begin();
    ledger.post(collected(aKey(), escrow, 900));
    transaction.rollback();
    assertThat(balances.of(escrow)).isEqualTo(usd(0));
    post(collected(aKey(), escrow, 700));
    assertThat(balances.of(escrow)).isEqualTo(usd(700));
  }

  @Test
  void refusesToPostOutsideATransaction() {
    assertThatThrownBy(() -> ledger.post(collected(aKey(), anEscrow(), 100)))
        .hasMessageContaining("transaction");
  }

  @Test
  void postsAKeyOnce() throws Exception {
    AccountRef escrow = anEscrow();
    String key = aKey();
    JournalId first = post(collected(key, escrow, 100));

    assertThat(post(collected(key, escrow, 100))).isEqualTo(first);
    assertThat(balances.of(escrow)).isEqualTo(usd(100));
    assertThat(refusal(() -> post(collected(key, escrow, 101))))
        .isEqualTo(new LedgerRefused.KeyReused(key));
    assertThat(balances.of(escrow)).isEqualTo(usd(100));
  }

  @Test
  void givesTheFirstJournalAgainWhenTheMoneyIsGone() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 100));
    String key = aKey();
    JournalId first = post(refunded(key, escrow, 100));
    assertThat(post(refunded(key, escrow, 100))).isEqualTo(first);
  }

  @Test
  void postsAKeyOnceFromManyThreads() throws Exception {
    AccountRef escrow = anEscrow();
    String key = aKey();
    List<Object> results = atOnce(16, i -> post(collected(key, escrow, 100)));
    assertThat(results).hasOnlyElementsOfType(JournalId.class);
    assertThat(results.stream().distinct()).hasSize(1);
    assertThat(balances.of(escrow)).isEqualTo(usd(100));
  }

  @Test
  void letsOneOfTwoBodiesWinAKey() throws Exception {
    AccountRef escrow = anEscrow();
    String key = aKey();
    List<Object> results = atOnce(8, i -> post(collected(key, escrow, 100 + i % 2)));
    assertThat(results.stream().filter(LedgerRefused.KeyReused.class::isInstance)).hasSize(4);
    assertThat(results.stream().filter(JournalId.class::isInstance).distinct()).hasSize(1);
  }

  @Test
  void letsTenOfTwentyDrawsPass() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 1_000));
    List<Object> results = atOnce(20, i -> post(refunded(aKey(), escrow, 100)));
    assertThat(results.stream().filter(JournalId.class::isInstance)).hasSize(10);
    assertThat(results.stream().filter(LedgerRefused.Overdraft.class::isInstance)).hasSize(10);
    assertThat(balances.of(escrow)).isEqualTo(usd(0));
  }

  @Test
  void neverLocksItselfOutWhenTwoAccountsAreDrawnInEitherOrder() throws Exception {
    AccountRef one = anEscrow();
    AccountRef other = anEscrow();
    post(collected(aKey(), one, 10_000));
    post(collected(aKey(), other, 10_000));
    List<Object> results =
        atOnce(
            24,
            i -> {
              AccountRef first = i % 2 == 0 ? one : other;
              AccountRef second = i % 2 == 0 ? other : one;
              return post(
                  entry(
                      aKey(),
                      debit(first, usd(100)),
                      debit(second, usd(100)),
                      credit(CLEARING, usd(200))));
            });
    assertThat(results).hasOnlyElementsOfType(JournalId.class);
    assertThat(balances.of(one)).isEqualTo(usd(7_600));
    assertThat(balances.of(other)).isEqualTo(usd(7_600));
  }

  @Test
  void creditsWithoutWaitingForWhoeverHoldsTheAccount() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 1_000));
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch credited = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                inTransaction(
                    () -> {
                      ledger.lock(escrow);
                      held.countDown();
                      return credited.await(20, SECONDS);
                    }));
    assertThat(held.await(20, SECONDS)).isTrue();
    post(collected(aKey(), escrow, 1));
    credited.countDown();
    assertThat(holder.get()).isTrue();
  }

  @Test
  void refusesAnOverdraftAndLeavesNothingBehind() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 100));
    String key = aKey();
    assertThat(refusal(() -> post(refunded(key, escrow, 101))))
        .isEqualTo(new LedgerRefused.Overdraft(AccountKind.LISTING_ESCROW, usd(100), usd(101)));
    assertThat(sql.number("SELECT COUNT(*) FROM ledger_journal WHERE idempotency_key = ?", key))
        .isZero();
  }

  @Test
  void reversesAJournalOnce() throws Exception {
    AccountRef escrow = anEscrow();
    JournalId id = post(collected(aKey(), escrow, 100));
    String key = aKey();
    JournalId reversal = inTransaction(() -> ledger.reverse(id, key, THEN));

    assertThat(balances.of(escrow)).isEqualTo(usd(0));
    JournalView view = queries.journal(reversal).orElseThrow();
    assertThat(view.reverses()).isEqualTo(id);
    assertThat(view.entries()).containsExactly(credit(CLEARING, usd(100)), debit(escrow, usd(100)));
    assertThat(queries.reversalOf(id)).contains(reversal);
    assertThat(inTransaction(() -> ledger.reverse(id, key, THEN))).isEqualTo(reversal);
    post(collected(aKey(), escrow, 100));
    assertThat(refusal(() -> inTransaction(() -> ledger.reverse(id, aKey(), THEN))))
        .isInstanceOf(LedgerRefused.NotReversible.class);
    assertThat(refusal(() -> inTransaction(() -> ledger.reverse(reversal, aKey(), THEN))))
        .isInstanceOf(LedgerRefused.NotReversible.class);
  }

  /** The database keeps one reversal of a journal, whatever its key. */
  @Test
  void reversesAJournalOnceThoughTwoDoItAtOnce() throws Exception {
    AccountRef escrow = anEscrow();
    JournalId id = post(collected(aKey(), escrow, 100));
    post(collected(aKey(), escrow, 500));
    List<Object> results = atOnce(2, i -> inTransaction(() -> ledger.reverse(id, aKey(), THEN)));
    assertThat(results.stream().filter(JournalId.class::isInstance)).hasSize(1);
    assertThat(results).contains(new LedgerRefused.NotReversible(id.toString()));
    assertThat(balances.of(escrow)).isEqualTo(usd(500));
  }

  @Test
  void tellsBookedFromEffectiveAsOfAnyDay() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 100));
    LocalDate happened = Baghdad.day(THEN);
    LocalDate never = LocalDate.of(2200, 1, 1);
    for (int rolledUp = 0; rolledUp < 2; rolledUp++) {
      assertThat(balances.before(escrow, Basis.EFFECTIVE, happened)).isEqualTo(usd(0));
      assertThat(balances.before(escrow, Basis.EFFECTIVE, happened.plusDays(1)))
          .isEqualTo(usd(100));
      assertThat(balances.before(escrow, Basis.BOOKED, happened.plusDays(1))).isEqualTo(usd(0));
      assertThat(balances.before(escrow, Basis.BOOKED, never)).isEqualTo(usd(100));
      while (inTransaction(() -> rollUpBalances.upTo(Ids.next())) > 0) {}
    }
  }

  @Test
  void numbersJournalsWithoutAGap() throws Exception {
    AccountRef escrow = anEscrow();
    List<Object> posted = atOnce(30, i -> post(collected(aKey(), escrow, 10)));
    atOnce(
        4,
        i -> {
          while (numberJournals.doDue(THEN) > 0) {}
          return i;
        });
    assertThat(numberJournals.nextDue()).isEmpty();
    assertThat(posted.stream().map(id -> queries.journal((JournalId) id).orElseThrow().number()))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(sql.number("SELECT MAX(number) FROM ledger_journal_number"))
        .isEqualTo(sql.number("SELECT COUNT(*) FROM ledger_journal_number"));
  }

  /**
   * Up to an id below which every row is written, though not every one is committed: in life five
   * minutes make sure of that, here whoever posts keeps the door shut until the row is written.
   */
  @Test
  void rollsUpWhileOthersPost() throws Exception {
    AccountRef escrow = anEscrow();
    long now = Ids.firstAt(Instant.ofEpochMilli(System.currentTimeMillis()));
    ReadWriteLock door = new ReentrantReadWriteLock();
    List<Object> results =
        atOnce(
            12,
            i -> {
              if (i % 4 != 3) {
                for (int n = 0; n < 10; n++) {
                  inTransaction(
                      () ->
                          behind(
                              door.readLock(), () -> ledger.post(collected(aKey(), escrow, 10))));
                }
                return i;
              }
              long written = behind(door.writeLock(), Ids::next);
              return inTransaction(() -> rollUpBalances.upTo(written));
            });
    assertThat(results).hasOnlyElementsOfType(Integer.class);
    assertThat(balances.of(escrow)).isEqualTo(usd(900));
    while (inTransaction(() -> rollUpBalances.upTo(Ids.next())) > 0) {}
    assertThat(sql.number("SELECT upto FROM ledger_cursor_lock WHERE name = 'BALANCES'"))
        .isGreaterThan(now);
    assertThat(balances.of(escrow)).isEqualTo(usd(900));
    assertThat(verifyLedger.handle().firstFault()).isEmpty();
  }

  @Test
  void rollsUpOnlyAfterWhoeverIsStillCommitting() throws Exception {
    AccountRef escrow = anEscrow();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    Future<JournalId> slow =
        threads.submit(
            () ->
                inTransaction(
                    () -> {
                      JournalId id = ledger.post(collected(aKey(), escrow, 100));
                      written.countDown();
                      commit.await(20, SECONDS);
                      return id;
                    }));
    assertThat(written.await(20, SECONDS)).isTrue();
    post(collected(aKey(), escrow, 10));
    Future<Integer> rollUp =
        threads.submit(() -> inTransaction(() -> rollUpBalances.upTo(Ids.next())));
    assertThatThrownBy(() -> rollUp.get(1, SECONDS)).isInstanceOf(TimeoutException.class);
    commit.countDown();
    slow.get();
    rollUp.get();

    assertThat(balances.of(escrow)).isEqualTo(usd(110));
  }

  @Test
  void refusesAJournalWhoseIdIsNotOfThePresent() {
    long late = Ids.firstAt(Instant.ofEpochMilli(System.currentTimeMillis()).minusSeconds(120));
    assertThatThrownBy(
            () ->
                sql.change(
                    "INSERT INTO ledger_journal (id, type, idempotency_key, body_hash, booked_at,"
                        + " effective_at) VALUES (?, 'REFUND', ?, '', ?, ?)",
                    late,
                    aKey(),
                    THEN,
                    THEN))
        .hasMessageContaining("not of the present");
  }

  @Test
  void cannotBeChangedByTheApplication() throws SQLException {
    List<String> attacks = new ArrayList<>();
    for (String table :
        List.of("ledger_account", "ledger_journal", "ledger_entry", "ledger_journal_number")) {
      attacks.add("DELETE FROM " + table);
      attacks.add("TRUNCATE TABLE " + table);
      attacks.add("ALTER TABLE " + table + " ADD COLUMN sneaked INT");
      attacks.add("DROP TABLE " + table);
    }
    attacks.add("UPDATE ledger_entry SET amount_minor = 1");
    attacks.add("UPDATE ledger_journal SET reference = 'x'");
    attacks.add("UPDATE ledger_account SET owner = 1");
    attacks.add("UPDATE ledger_journal_number SET number = number + 1");
    attacks.add("DROP TRIGGER ledger_entry_kept");
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String attack : attacks) {
        assertThatThrownBy(() -> statement.execute(attack))
            .as(attack)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
    }
  }

  @Test
  void listsJournalsByWhatTheyAreAbout() throws Exception {
    AccountRef escrow = anEscrow();
    long pledge = Ids.next();
    List<JournalId> posted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      posted.add(
          post(
              new JournalEntry(
                  JournalType.PLEDGE_COLLECTED,
                  aKey(),
                  THEN,
                  new JournalReference(escrow.owner(), i < 3 ? pledge : null, null),
                  List.of(debit(CLEARING, usd(5)), credit(escrow, usd(5))))));
    }
    Page<JournalView> ofPledge =
        queries.journals(
            JournalFilter.parse(Ids.text(pledge), null, null, null, null, null),
            new Page.Wish(0, 2));
    assertThat(ofPledge.total()).isEqualTo(3);
    assertThat(ofPledge.items().stream().map(JournalView::id))
        .containsExactly(posted.get(2), posted.get(1));
    assertThat(found(JournalFilter.parse(null, Ids.text(escrow.owner()), null, null, null, null)))
        .isEqualTo(5);
    assertThat(found(JournalFilter.parse(null, null, escrow.toString(), null, null, null)))
        .isEqualTo(5);
    assertThat(found(JournalFilter.parse(null, null, escrow.toString(), "REFUND", null, null)))
        .isZero();
    assertThat(found(JournalFilter.parse(null, null, escrow.toString(), null, "2001-01-01", null)))
        .isEqualTo(5);
    assertThat(found(JournalFilter.parse(null, null, escrow.toString(), null, null, "2001-01-01")))
        .isZero();
  }

  @Test
  void writesAStatementFromItsOpeningToItsClosingBalance() throws Exception {
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 100));
    post(collected(aKey(), escrow, 50));
    post(refunded(aKey(), escrow, 30));
    var all = new StatementQueries.Wanted(escrow, Basis.BOOKED, null, null);
    var first = statements.page(all, new Page.Wish(0, 2));
    assertThat(first.opening()).isEqualTo(usd(0));
    assertThat(first.closing()).isEqualTo(usd(120));
    assertThat(first.lines().total()).isEqualTo(3);
    assertThat(first.lines().items().stream().map(StatementLine::balance))
        .containsExactly(usd(100), usd(150));
    var next = statements.page(all, new Page.Wish(1, 2));
    assertThat(next.lines().items().stream().map(StatementLine::balance)).containsExactly(usd(120));

    LocalDate happened = Baghdad.day(THEN);
    var after =
        statements.page(
            new StatementQueries.Wanted(escrow, Basis.EFFECTIVE, happened.plusDays(1), null),
            new Page.Wish(0, 2));
    assertThat(after.opening()).isEqualTo(usd(120));
    assertThat(after.lines().total()).isZero();
    var until =
        statements.page(
            new StatementQueries.Wanted(escrow, Basis.EFFECTIVE, happened, happened),
            new Page.Wish(0, 10));
    assertThat(until.opening()).isEqualTo(usd(0));
    assertThat(until.lines().total()).isEqualTo(3);
    assertThat(until.closing()).isEqualTo(usd(120));
    var tooEarly =
        statements.page(
            new StatementQueries.Wanted(escrow, Basis.BOOKED, null, happened),
            new Page.Wish(0, 10));
    assertThat(tooEarly.lines().total()).isZero();
    assertThat(tooEarly.closing()).isEqualTo(usd(0));

    assertThat(accountQueries.account(escrow).orElseThrow().balance()).isEqualTo(usd(120));
    assertThat(accountQueries.ofOwner(escrow.owner()))
        .extracting(AccountView::ref)
        .containsExactly(escrow);
    assertThat(accountQueries.totals())
        .anySatisfy(total -> assertThat(total.kind()).isEqualTo(AccountKind.LISTING_ESCROW));
    assertThat(accountQueries.totals(AccountKind.LISTING_ESCROW))
        .isEqualTo(
            accountQueries.totals().stream()
                .filter(total -> total.kind() == AccountKind.LISTING_ESCROW)
                .map(AccountQueries.KindTotal::balance)
                .filter(Money::isPositive)
                .toList());
  }

  @Test
  void writesAStatementAsCsvWithoutFormulas() throws Exception {
    AccountRef escrow = anEscrow();
    post(
        new JournalEntry(
            JournalType.CLEARING_TOP_UP,
            aKey(),
            THEN,
            JournalReference.to("=HYPERLINK(1)"),
            List.of(debit(CLEARING, usd(250)), credit(escrow, usd(250)))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    statements.write(new StatementQueries.Wanted(escrow, Basis.BOOKED, null, null), out);
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[1]).isEqualTo(",,,,OPENING,,,,0.00,USD");
    assertThat(lines[2]).contains(",'=HYPERLINK(1),,2.50,2.50,USD");
    assertThat(lines[3]).isEqualTo(",,,,CLOSING,,,,2.50,USD");

    for (int i = 1; i <= 6; i++) {
      post(collected(aKey(), escrow, i));
    }
    for (Basis basis : Basis.values()) {
      var whole = new StatementQueries.Wanted(escrow, basis, null, null);
      ByteArrayOutputStream atOnce = new ByteArrayOutputStream();
      statements.write(whole, atOnce);
      ByteArrayOutputStream piecemeal = new ByteArrayOutputStream();
      statements.write(whole, piecemeal, 3);
      assertThat(piecemeal.toString(StandardCharsets.UTF_8))
          .isEqualTo(atOnce.toString(StandardCharsets.UTF_8))
          .contains(",CLOSING,,,,2.71,USD")
          .hasLineCount(10);
    }
  }

  @Test
  void takesNoDayThatNoCalendarHas() {
    for (String far : List.of("+999999999-12-31", "9999-12-31", "0001-01-01", "2026-02-30")) {
      assertThatThrownBy(() -> JournalFilter.parse(null, null, null, null, null, far))
          .as(far)
          .isInstanceOf(Refused.class);
      assertThatThrownBy(
              () -> StatementQueries.Wanted.parse("GATEWAY_CLEARING:USD", "booked", far, null))
          .as(far)
          .isInstanceOf(Refused.class);
    }
    assertThatThrownBy(
            () -> JournalFilter.parse(null, null, null, null, "+1000000000-12-31T23:59:59Z", null))
        .isInstanceOf(Refused.class);
  }

  /** Half of a sum may still be in the part that is not rolled up. */
  @Test
  void putsTheAccountsOfAKindInOrder() throws Exception {
    AccountRef first = anEscrow();
    AccountRef second = anEscrow();
    AccountRef third = anEscrow();
    AccountRef euros = AccountRef.of(AccountKind.LISTING_ESCROW, Currency.EUR, Ids.next());
    post(collected(aKey(), first, 900));
    post(collected(aKey(), second, 500));
    while (inTransaction(() -> rollUpBalances.upTo(Ids.next())) > 0) {}
    post(refunded(aKey(), first, 700));
    post(collected(aKey(), third, 300));
    AccountRef clearing = AccountRef.of(AccountKind.GATEWAY_CLEARING, Currency.EUR);
    post(
        entry(
            aKey(),
            debit(clearing, Money.minor(1, Currency.EUR)),
            credit(euros, Money.minor(1, Currency.EUR))));
    List<AccountRef> mine = List.of(first, second, third, euros);

    assertThat(ordered(mine, AccountQueries.By.ACCOUNT, false))
        .containsExactly(first, second, third, euros);
    assertThat(ordered(mine, AccountQueries.By.ACCOUNT, true))
        .containsExactly(euros, third, second, first);
    assertThat(ordered(mine, AccountQueries.By.BALANCE, false))
        .as("a currency after the other")
        .containsExactly(euros, first, third, second);
    assertThat(ordered(mine, AccountQueries.By.BALANCE, true))
        .containsExactly(euros, second, third, first);
    assertThat(ordered(mine, AccountQueries.By.CREDITS, true))
        .containsExactly(euros, first, second, third);
    assertThat(ordered(mine, AccountQueries.By.DEBITS, false))
        .containsExactly(euros, second, third, first);
  }

  /** Of all escrow accounts, page by page, those that a test has made. */
  private List<AccountRef> ordered(
      List<AccountRef> mine, AccountQueries.By by, boolean descending) {
    List<AccountRef> all = new ArrayList<>();
    long pages = accountQueries.countOf(AccountKind.LISTING_ESCROW) / 2 + 1;
    for (int page = 0; page < pages; page++) {
      accountQueries
          .ofKind(
              AccountKind.LISTING_ESCROW,
              new AccountQueries.Order(by, descending),
              new Page.Wish(page, 2))
          .forEach(each -> all.add(each.ref()));
    }
    assertThat(all).doesNotHaveDuplicates();
    return all.stream().filter(mine::contains).toList();
  }

  /** Any sequence of recipes keeps every promise; a refused one changes nothing. */
  @Test
  void keepsItsPromisesUnderAnySequence() throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      walk(new Random(seed));
    }
    while (inTransaction(() -> rollUpBalances.upTo(Ids.next())) > 0) {}
    VerifyLedger.Verdict verdict = verifyLedger.handle();
    assertThat(verdict.firstFault()).isEmpty();
  }

  private void walk(Random random) throws Exception {
    List<AccountRef> guarded = List.of(anEscrow(), anEscrow(), aWallet(), aWallet());
    Map<AccountRef, Long> model = new TreeMap<>();
    guarded.forEach(account -> model.put(account, 0L));
    for (int step = 0; step < 120; step++) {
      AccountRef from = guarded.get(random.nextInt(guarded.size()));
      AccountRef to = guarded.get(random.nextInt(guarded.size()));
      long amount = 1 + random.nextInt(2_000);
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          post(collected(aKey(), to, amount));
          model.merge(to, amount, Long::sum);
        }
        case 2 -> draw(model, from, amount, refunded(aKey(), from, amount));
        default -> {
          JournalEntry move =
              entry(
                  aKey(),
                  debit(from, usd(amount)),
                  credit(to, usd(amount)),
                  debit(FEES, usd(3)),
                  credit(CLEARING, usd(3)));
          if (from.equals(to)) {
            post(move);
          } else if (draw(model, from, amount, move)) {
            model.merge(to, amount, Long::sum);
          }
        }
      }
    }
    model.forEach((account, sum) -> assertThat(balances.of(account)).isEqualTo(usd(sum)));
  }

  private boolean draw(
      Map<AccountRef, Long> model, AccountRef from, long amount, JournalEntry entry)
      throws Exception {
    if (model.get(from) >= amount) {
      post(entry);
      model.merge(from, -amount, Long::sum);
      return true;
    }
    assertThat(refusal(() -> post(entry))).isInstanceOf(LedgerRefused.Overdraft.class);
    return false;
  }

  private static AccountRef aWallet() {
    return AccountRef.of(AccountKind.INVESTOR_WALLET, Currency.USD, Ids.next());
  }

  private long found(JournalFilter filter) {
    return queries.journals(filter, new Page.Wish(0, 10)).total();
  }

  private JournalId post(JournalEntry entry) throws Exception {
    return inTransaction(() -> ledger.post(entry));
  }

  private static <T> T behind(Lock door, Callable<T> work) throws Exception {
    door.lock();
    try {
      return work.call();
    } finally {
      door.unlock();
    }
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      T result = work.call();
      transaction.commit();
      return result;
    } catch (Exception | AssertionError failed) {
      transaction.rollback();
      throw failed;
    }
  }

  private static Refusal refusal(Callable<?> work) throws Exception {
    try {
      work.call();
    } catch (Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("not refused");
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  /** What each thread gave: its result, or its refusal. All begin together. */
  private List<Object> atOnce(int count, Numbered<?> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Object>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      running.add(
          threads.submit(
              () -> {
                start.await();
                try {
                  return work.call(number);
                } catch (Refused refused) {
                  return refused.refusal();
                }
              }));
    }
    start.countDown();
    List<Object> results = new ArrayList<>();
    for (Future<Object> one : running) {
      results.add(one.get(120, SECONDS));
    }
    return results;
  }
}
