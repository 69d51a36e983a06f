package wasl.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One lane's work on this node. Messages are claimed several at a time and worked on at once; what
 * is done is written as it comes, everything that ended meanwhile in one statement. So a slow
 * message holds up neither the next ones nor the others' results. Used by one thread only; the
 * workers merely report to it.
 */
final class LaneWork {

  private static final long PAUSE_MILLIS = 100;

  /** The lane is held for thirty seconds: it need not be asked for at each round. */
  private static final long HELD_NANOS = 5_000_000_000L;

  private final Lane lane;
  private final String node;
  private final Messages messages;
  private final ExecutorService workers;
  private final Predicate<Messages.Claimed> work;

  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** Done and not yet written: kept over a fault of the database. */
  private final List<Long> done = new ArrayList<>();

  private int underWay;
  private long heldSince;
  private boolean held;

  private record Ended(long id, boolean well) {}

  /**
   * @param work does one message; false where it failed and has been put off
   */
  LaneWork(
      Lane lane,
      String node,
      Messages messages,
      ExecutorService workers,
      Predicate<Messages.Claimed> work) {
    this.lane = lane;
    this.node = node;
    this.messages = messages;
    this.workers = workers;
    this.work = work;
  }

  /** Claims if there is room, waits a little for what ends, and writes what is done. */
  void round() throws InterruptedException {
    writeDone();
    // not for each that ends: half a portion together costs the database as much as one
    if (underWay <= lane.atOnce() / 2 && mine()) {
      for (Messages.Claimed message : messages.claim(lane, node, lane.atOnce() - underWay)) {
        workers.execute(() -> handle(message));
        underWay++;
      }
    }
    if (underWay == 0) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return;
    }
    Ended first = ended.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      take(first);
      takeWhatEnded();
      writeDone();
    }
  }

  /** Writes what has ended until now: nothing more is claimed. */
  void finish() {
    takeWhatEnded();
    writeDone();
  }

  private boolean mine() {
    if (lane.single() && (!held || System.nanoTime() - heldSince > HELD_NANOS)) {
      heldSince = System.nanoTime();
      held = messages.holdLane(lane, node);
    }
    return !lane.single() || held;
  }

  private void handle(Messages.Claimed message) {
    boolean well = false;
    try {
      well = work.test(message);
    } finally {
      ended.add(new Ended(message.id(), well));
    }
  }

  private void takeWhatEnded() {
    for (Ended next = ended.poll(); next != null; next = ended.poll()) {
      take(next);
    }
  }

  private void take(Ended one) {
    underWay--;
    if (one.well()) {
      done.add(one.id());
    }
  }

  private void writeDone() {
    if (!done.isEmpty()) {
      messages.done(done);
      done.clear();
    }
  }
}
