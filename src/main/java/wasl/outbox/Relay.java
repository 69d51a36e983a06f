package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.Damage;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;

/**
 * Works the outbox off: one thread a lane claims and writes results, a few do. The work runs
 * outside any transaction; claim and result are short transactions of their own.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class.getName());

  /** After a fault of the database; also how long the lanes may take to end. */
  private static final long PAUSE_MILLIS = 2_000;

  @Inject private Messages messages;
  @Inject private Outbox outbox;
  @Inject private Damage damage;

  private final String node = Ids.text(Ids.next());
  private final List<Thread> lanes = new ArrayList<>();
  private ExecutorService workers;
  private volatile boolean running = true;

  /**
   * Begins; called once.
   *
   * @param threads what the work runs on
   */
  public void start(BackgroundThreads threads) {
    workers = Executors.newCachedThreadPool(threads);
    for (Lane lane : Lane.values()) {
      Thread thread = threads.newThread(() -> work(lane));
      thread.setName("outbox-" + lane);
      lanes.add(thread);
      thread.start();
    }
  }

  /** What is done by now is still written; the rest runs again after its lease. */
  public void stop() {
    running = false;
    workers.shutdownNow();
    for (Thread lane : lanes) {
      try {
        lane.join(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      lane.interrupt();
    }
  }

  private void work(Lane lane) {
    LaneWork work = new LaneWork(lane, node, messages, workers, this::handle);
    while (running) {
      try {
        work.round();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error failed) {
        tell("outbox lane " + lane, failed);
        pauseAfter(lane, failed);
      }
    }
    work.finish();
  }

  private void tell(String where, Throwable failed) {
    if (failed instanceof LinkageError unusable) {
      damage.report(where, unusable);
    }
  }

  private boolean handle(Messages.Claimed message) {
    try {
      Handler<?> handler = outbox.handler(message.handler());
      if (handler == null) {
        throw new IllegalStateException("no handler is named " + message.handler());
      }
      call(handler, message);
      return true;
    } catch (Exception | LinkageError | AssertionError failed) {
      tell("outbox handler " + message.handler(), failed);
      LOG.log(Level.WARNING, failed, () -> message.handler() + " " + Ids.text(message.id()));
      putOff(message, String.valueOf(failed));
      return false;
    }
  }

  private void putOff(Messages.Claimed message, String error) {
    try {
      messages.failed(message, error);
    } catch (RuntimeException unwritten) {
      LOG.log(
          Level.WARNING, unwritten, () -> Ids.text(message.id()) + " waits for its lease's end");
    }
  }

  private <E extends DomainEvent> void call(Handler<E> handler, Messages.Claimed message)
      throws Exception {
    handler.handle(message.id(), outbox.event(message.payload(), handler.type()));
  }

  private void pauseAfter(Lane lane, Throwable failed) {
    if (!running) {
      return;
    }
    LOG.log(Level.WARNING, failed, () -> "outbox lane " + lane + " pauses");
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
