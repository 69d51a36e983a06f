package wasl.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import wasl.shared.DueWork;
import wasl.shared.GatewayWork;

/**
 * Runs each kind of due work on one node of the cluster at a time (db-scheduler, in real time); the
 * work itself asks the application's clock what is due.
 */
@ApplicationScoped
public class Jobs {

  private static final int MOST_ROUNDS = 200;

  /** What work that does not call the gateway runs on at once. */
  private static final int THREADS = 4;

  /** A job whose node died in the middle of it is taken over after so many missed beats. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_BEATS = 4;

  @Resource(lookup = "java:app/jdbc/wasl-jobs")
  private DataSource database;

  @Inject @Any private Instance<DueWork> works;
  @Inject private Clock clock;

  private Scheduler scheduler;
  private ExecutorService workers;
  private ScheduledExecutorService housekeeping;

  /**
   * Begins; called once.
   *
   * @param threads what the work runs on
   */
  public void start(BackgroundThreads threads) {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    int atOnce = THREADS;
    for (DueWork work : works) {
      // no work runs twice at once: however long the gateway hangs, the others keep their threads
      atOnce += work instanceof GatewayWork ? 1 : 0;
      tasks.add(
          Tasks.recurring("due-" + work.name(), FixedDelay.of(Duration.ofSeconds(1)))
              .execute((instance, context) -> doDue(work)));
    }
    workers = Executors.newFixedThreadPool(atOnce, threads);
    housekeeping = Executors.newScheduledThreadPool(3, threads);
    scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .threads(atOnce)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_BEATS)
            .executorService(workers)
            .dueExecutor(housekeeping)
            .housekeeperExecutor(housekeeping)
            .build();
    scheduler.start();
  }

  /** Ends; what is under way goes on at another node or after the next start. */
  public void stop() {
    scheduler.stop();
    workers.shutdownNow();
    housekeeping.shutdownNow();
  }

  private void doDue(DueWork work) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (work.doDue(clock.instant()) == 0) {
        return;
      }
    }
  }
}
