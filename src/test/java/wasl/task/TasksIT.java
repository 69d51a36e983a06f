package wasl.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** One open task for each kind and subject, whatever is told how often. */
@ExtendWith(ArquillianExtension.class)
class TasksIT {

  @Inject private FinanceTasks tasks;
  @Inject private TaskQueries queries;
  @Inject private CloseTask close;
  @Inject private Sql sql;
  @Resource private ManagedExecutorService threads;

  private final String subject = Ids.text(Ids.next());
  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  @Test
  void isOneHoweverOftenItIsOpenedAtOnce() throws Exception {
    List<Future<?>> opening = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      long n = i;
      opening.add(
          threads.submit(
              () -> tasks.open(ProbeTask.BY_ITSELF, subject, null, TaskFact.number("n", n))));
    }
    for (Future<?> one : opening) {
      one.get();
    }
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void remembersWhatIsKnown() {
    Instant then = Instant.parse("2026-11-22T08:00:00Z");
    Money amount = Money.minor(1_250, Currency.EUR);
    tasks.open(ProbeTask.BY_ITSELF, subject, "/finance", TaskFact.text("who", "old"));
    tasks.open(
        ProbeTask.BY_ITSELF,
        subject,
        "/finance/accounts",
        TaskFact.money("amount", amount),
        TaskFact.instant("since", then));

    TaskView task = queries.open(ProbeTask.BY_ITSELF, subject).orElseThrow();
    assertThat(task.link()).isEqualTo("/finance/accounts");
    assertThat(task.facts()).hasSize(2);
    assertThat(task.facts().get(0).money()).isEqualTo(amount);
    assertThat(task.facts().get(1).instant()).isEqualTo(then);
  }

  @Test
  void opensAnewWhenItsCauseComesBack() {
    tasks.open(ProbeTask.BY_ITSELF, subject, null);
    tasks.close(ProbeTask.BY_ITSELF, subject);
    tasks.close(ProbeTask.BY_ITSELF, subject);
    assertThat(queries.open(ProbeTask.BY_ITSELF, subject)).isEmpty();
    tasks.open(ProbeTask.BY_ITSELF, subject, null);
    tasks.close(ProbeTask.BY_ITSELF, subject);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void closesWhatIsNoLongerFound() {
    tasks.open(ProbeTask.BY_HAND, subject + "-1", null);
    tasks.open(ProbeTask.BY_HAND, subject + "-2", null);
    List<String> found = new ArrayList<>(tasks.openSubjects(ProbeTask.BY_HAND));
    found.remove(subject + "-1");
    tasks.keepOnly(ProbeTask.BY_HAND, found);
    assertThat(tasks.openSubjects(ProbeTask.BY_HAND))
        .contains(subject + "-2")
        .doesNotContain(subject + "-1");
  }

  @Test
  void isClosedByAnOfficerOnceAndWithANote() {
    tasks.open(ProbeTask.BY_HAND, subject, null);
    long id = queries.open(ProbeTask.BY_HAND, subject).orElseThrow().id();
    assertRefused(new TaskRefused.NoteNeeded(1_000), id, "  ");
    close.handle(new CloseTask.Command(officer, id, "The bank has confirmed it."));
    assertRefused(new TaskRefused.Closed(), id, "again");

    TaskView task = queries.find(id).orElseThrow();
    assertThat(task.open()).isFalse();
    assertThat(task.note()).isEqualTo("The bank has confirmed it.");
    assertThat(task.closedBy()).isEqualTo(officer.party().value());
  }

  @Test
  void isNotClosedByHandWhereItClosesItself() {
    tasks.open(ProbeTask.BY_ITSELF, subject, null);
    long id = queries.open(ProbeTask.BY_ITSELF, subject).orElseThrow().id();
    assertRefused(new TaskRefused.ClosesItself(), id, "done");
    tasks.close(ProbeTask.BY_ITSELF, subject);
  }

  private void assertRefused(TaskRefused refusal, long id, String note) {
    assertThatThrownBy(() -> close.handle(new CloseTask.Command(officer, id, note)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private long rows() {
    return sql.number("SELECT COUNT(*) FROM task WHERE subject = ?", subject);
  }
}
