package wasl.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;

/**
 * Works the outbox off: one thread a lane claims, a few do. The work runs outside any transaction;
 * claim and result are short transactions of their own.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class.getName());
  private static final int WORKERS = 4;
  private static final long PAUSE_MILLIS = 300;

  @Resource private ManagedThreadFactory threads;
  @Inject private Messages messages;
  @Inject private Outbox outbox;

  private final String node = Ids.text(Ids.next());
  private final List<Thread> lanes = new ArrayList<>();
  private ExecutorService workers;
  private volatile boolean running = true;

  @PostConstruct
  void start() {
    workers = Executors.newCachedThreadPool(threads);
    for (Lane lane : Lane.values()) {
      Thread thread = threads.newThread(() -> work(lane));
      thread.setName("outbox-" + lane);
      lanes.add(thread);
      thread.start();
    }
  }

  @PreDestroy
  void stop() {
    running = false;
    lanes.forEach(Thread::interrupt);
    workers.shutdownNow();
  }

  private void work(Lane lane) {
    while (running) {
      try {
        boolean mine = !lane.single() || messages.holdLane(lane, node);
        if (!mine || workOff(lane) == 0) {
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | ExecutionException failed) {
        LOG.log(Level.WARNING, failed, () -> "outbox lane " + lane + " pauses");
        pause();
      }
    }
  }

  private int workOff(Lane lane) throws InterruptedException, ExecutionException {
    List<Messages.Claimed> claimed = messages.claim(lane, node, WORKERS * 2);
    List<Future<?>> work = new ArrayList<>();
    for (Messages.Claimed message : claimed) {
      work.add(workers.submit(() -> handle(message)));
    }
    for (Future<?> one : work) {
      one.get();
    }
    return claimed.size();
  }

  private void handle(Messages.Claimed message) {
    try {
      Handler<?> handler = outbox.handler(message.handler());
      if (handler == null) {
        throw new IllegalStateException("no handler is named " + message.handler());
      }
      call(handler, message);
      messages.done(message.id());
    } catch (Exception | LinkageError | AssertionError failed) {
      LOG.log(Level.WARNING, failed, () -> message.handler() + " " + Ids.text(message.id()));
      messages.failed(message, String.valueOf(failed));
    }
  }

  private static <E extends DomainEvent> void call(Handler<E> handler, Messages.Claimed message)
      throws Exception {
    handler.handle(message.id(), Outbox.JSON.fromJson(message.payload(), handler.type()));
  }

  private void pause() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
