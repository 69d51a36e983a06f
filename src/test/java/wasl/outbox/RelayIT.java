package wasl.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.party.PartyEvent;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Sql;

/** The relay as it runs in the server, with handlers that do as they are told. */
@ExtendWith(ArquillianExtension.class)
class RelayIT {

  @Inject private Event<DomainEvent> events;
  @Inject private Messages messages;
  @Inject private OutboxQueries queries;
  @Inject private RetryMessages retryMessages;
  @Inject private PurgeMessages purgeMessages;
  @Inject private Probe probe;
  @Inject private HalfDone halfDone;
  @Inject private Sql sql;
  @Resource private UserTransaction transaction;

  private final String text = "event " + Ids.text(Ids.next());

  @Test
  void tellsEachHandlerOnceAfterTheCommit() throws Exception {
    transaction.begin();
    events.fire(new ProbeEvent(text));
    assertThat(states()).containsExactly("PENDING", "PENDING");
    assertThat(probe.calls(MoneyProbe.NAME, text)).isEmpty();
    transaction.commit();

    until(() -> states().equals(List.of("DONE", "DONE")));
    assertThat(probe.calls(MoneyProbe.NAME, text)).hasSize(1);
    assertThat(probe.calls(MailProbe.NAME, text)).hasSize(1);
  }

  @Test
  void keepsSecretLinksSealedAndStillSendsThem() throws Exception {
    long before = Ids.next();
    transaction.begin();
    events.fire(
        new PartyEvent.PasswordResetAsked(
            null, "Sara", null, "sara@example.org", Lang.EN, "/reset/secret-of-sara"));
    transaction.commit();

    String mine = " FROM outbox_message WHERE handler = 'notice.reset-password' AND id > ?";
    until(() -> sql.number("SELECT COUNT(*)" + mine + " AND state = 'DONE'", before) == 1);
    assertThat(sql.list("SELECT payload" + mine, row -> row.getString(1), before))
        .singleElement()
        .asString()
        .startsWith("sealed:")
        .doesNotContain("sara");
  }

  @Test
  void tellsNobodyOfWhatWasRolledBack() throws Exception {
    transaction.begin();
    events.fire(new ProbeEvent(text));
    transaction.rollback();
    fire("after " + text);
    until(() -> probe.calls(MoneyProbe.NAME, "after " + text).size() == 1);
    assertThat(states()).isEmpty();
    assertThat(probe.calls(MoneyProbe.NAME, text)).isEmpty();
  }

  @Test
  void whatAHandlerWritesInATransactionThatFailsIsNotKept() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    probe.tell(
        text,
        handler -> {
          if (failures.getAndIncrement() == 0) {
            halfDone.writeAndFail("half of " + text);
          }
        });
    fire(text);
    until(() -> states().equals(List.of("DONE", "DONE")));
    assertThat(failures.get()).isPositive();
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ?",
                "%half of " + text + "%"))
        .isZero();
  }

  @Test
  void triesAgainWithTheSameIdAfterAFailure() throws Exception {
    AtomicInteger left = new AtomicInteger(2);
    probe.tell(
        text,
        handler -> {
          if (left.getAndDecrement() > 0) {
            throw new IllegalStateException("the mail server sleeps");
          }
        });
    fire(text);
    until(() -> states().equals(List.of("DONE", "DONE")));
    List<Long> ids = probe.calls(MoneyProbe.NAME, text);
    List<Long> others = probe.calls(MailProbe.NAME, text);
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(others.stream().distinct()).hasSize(1);
    assertThat(ids.size() + others.size()).isEqualTo(4);
  }

  @Test
  void givesUpInTheEndAndTriesAgainWhenTheOperatorSaysSo() throws Exception {
    AtomicInteger mended = new AtomicInteger();
    probe.tell(
        text,
        handler -> {
          if (mended.get() == 0) {
            throw new IllegalStateException("no such address");
          }
        });
    transaction.begin();
    events.fire(new ProbeEvent(text));
    sql.change(
        "UPDATE outbox_message SET attempts = ? WHERE payload LIKE ?",
        Messages.MOST_ATTEMPTS - 1,
        "%" + text + "%");
    transaction.commit();

    until(() -> states().equals(List.of("FAILED", "FAILED")));
    OutboxQueries.TroubleView trouble =
        queries.troubles(new Page.Wish(0, 100)).items().stream()
            .filter(each -> probe.calls(MoneyProbe.NAME, text).contains(each.id()))
            .findFirst()
            .orElseThrow();
    assertThat(trouble.failed()).isTrue();
    assertThat(trouble.error()).contains("no such address");
    assertThat(trouble.attempts()).isEqualTo(Messages.MOST_ATTEMPTS);
    assertThat(queries.lanes()).anySatisfy(lane -> assertThat(lane.failed()).isPositive());

    mended.set(1);
    assertThat(retryMessages.handle(trouble.id())).isEqualTo(1);
    until(() -> states().contains("DONE"));
    assertThat(retryMessages.handle(trouble.id())).isZero();
    sql.change("DELETE FROM outbox_message WHERE payload LIKE ?", "%" + text + "%");
  }

  @Test
  void takesOverFromANodeThatDied() {
    long id = leasedBy("a node that died", 3);
    assertThat(states()).containsExactly("PENDING");
    endLease(id);
    until(() -> probe.calls(MoneyProbe.NAME, text).equals(List.of(id)));
    until(() -> states().equals(List.of("DONE")));
  }

  @Test
  void stopsTryingWhatKillsItsNodeEachTime() {
    long id = leasedBy("a node that died", Messages.MOST_ATTEMPTS);
    endLease(id);
    until(() -> states().equals(List.of("FAILED")));
    assertThat(probe.calls(MoneyProbe.NAME, text)).isEmpty();
    sql.change("DELETE FROM outbox_message WHERE id = ?", id);
  }

  @Test
  void aNodeThatLostItsLeaseCannotUndoWhatAnotherHasDone() {
    long id = leasedBy("the slow one", 1);
    messages.done(List.of(id));
    messages.failed(new Messages.Claimed(id, MoneyProbe.NAME, "", 0), "too late");
    assertThat(states()).containsExactly("DONE");
  }

  @Test
  void slowMailHoldsUpNoMoney() throws Exception {
    CountDownLatch money = new CountDownLatch(12);
    CountDownLatch mail = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    probe.tell(
        text,
        handler -> {
          if (handler.equals(MailProbe.NAME)) {
            mail.countDown();
            end.await(30, SECONDS);
          } else {
            money.countDown();
          }
        });
    transaction.begin();
    for (int i = 0; i < 12; i++) {
      events.fire(new ProbeEvent(text));
    }
    transaction.commit();
    assertThat(mail.await(20, SECONDS)).isTrue();
    assertThat(money.await(20, SECONDS)).isTrue();
    assertThat(states()).contains("PENDING");
    end.countDown();
    until(() -> states().stream().allMatch("DONE"::equals));
  }

  @Test
  void aSlowMessageHoldsUpNeitherTheOthersNorTheirResults() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    probe.tell(
        text,
        handler -> {
          if (handler.equals(MoneyProbe.NAME) && calls.incrementAndGet() == 1) {
            end.await(60, SECONDS);
          }
        });
    transaction.begin();
    for (int i = 0; i < 20; i++) {
      events.fire(new ProbeEvent(text));
    }
    transaction.commit();
    until(() -> states().stream().filter("DONE"::equals).count() == 39);
    assertThat(states()).containsOnlyOnce("PENDING");
    end.countDown();
    until(() -> states().stream().allMatch("DONE"::equals));
    assertThat(probe.calls(MoneyProbe.NAME, text)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void claimsEachMessageOnceAndGivesTheHopelessToTheOperator() {
    long hopeless = leasedBy("a node that died", Messages.MOST_ATTEMPTS);
    long one = leasedBy("a node that died", 2);
    long other = leasedBy(null, 0);
    sql.change(
        "UPDATE outbox_message SET lane = ?, due_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
            + " WHERE id IN (?, ?, ?)",
        Lane.CHARGE,
        hopeless,
        one,
        other);
    until(() -> states().equals(List.of("FAILED", "DONE", "DONE")));
    assertThat(probe.calls(MoneyProbe.NAME, text)).containsExactlyInAnyOrder(one, other);
    assertThat(messages.claim(Lane.CHARGE, "an intruder", 10)).isEmpty();
    sql.change("DELETE FROM outbox_message WHERE id = ?", hopeless);
  }

  @Test
  void onlyOneNodeHoldsTheChargeLane() {
    until(() -> !holder().isEmpty());
    assertThat(messages.holdLane(Lane.CHARGE, "an intruder")).isFalse();
    assertThat(holder()).isNotEqualTo("an intruder");
  }

  @Test
  void purgesWhatWasDoneLongAgo() {
    long old = leasedBy(null, 1);
    messages.done(List.of(old));
    sql.change(
        "UPDATE outbox_message SET due_at = UTC_TIMESTAMP(6) - INTERVAL 15 DAY WHERE id = ?", old);
    // The job of the running server may come first.
    assertThat(purgeMessages.doDue(Instant.EPOCH)).isBetween(0, 1);
    assertThat(states()).isEmpty();
    assertThat(purgeMessages.nextDue()).isEmpty();
  }

  private String holder() {
    return sql.one("SELECT holder FROM outbox_lane WHERE lane = 'CHARGE'", row -> row.getString(1))
        .orElse("");
  }

  /** A message in the lane MONEY that a node has claimed and holds for a minute and a half. */
  private long leasedBy(String node, int attempts) {
    long id = Ids.next();
    sql.change(
        "INSERT INTO outbox_message (id, lane, handler, payload, happened_at, state, attempts,"
            + " due_at, leased_by) VALUES (?, 'MONEY', ?, ?, UTC_TIMESTAMP(6), 'PENDING', ?,"
            + " UTC_TIMESTAMP(6) + INTERVAL 90 SECOND, ?)",
        id,
        MoneyProbe.NAME,
        Outbox.JSON.toJson(new ProbeEvent(text)),
        attempts,
        node);
    return id;
  }

  private void endLease(long id) {
    sql.change(
        "UPDATE outbox_message SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?", id);
  }

  private void fire(String what) throws Exception {
    transaction.begin();
    events.fire(new ProbeEvent(what));
    transaction.commit();
  }

  private List<String> states() {
    return sql.list(
        "SELECT state FROM outbox_message WHERE payload = ? ORDER BY id",
        row -> row.getString(1),
        Outbox.JSON.toJson(new ProbeEvent(text)));
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
