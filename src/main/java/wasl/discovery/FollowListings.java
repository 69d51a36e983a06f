package wasl.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.listing.ListingId;
import wasl.shared.Damage;
import wasl.shared.Sql;

/**
 * Keeps this node's index in step with the database: reads {@code listing_change} with a cursor of
 * its own several times a second. A change's id is made before its transaction commits, so those of
 * the last minutes are looked at again and again, and each is taken once.
 */
@ApplicationScoped
public class FollowListings {

  private static final Logger LOG = Logger.getLogger(FollowListings.class.getName());

  private static final long PAUSE_MILLIS = 250;
  private static final long COMMIT_NANOS = 15_000_000_000L;
  private static final long CHECK_NANOS = 60_000_000_000L;
  private static final long FIRST_CHECK_NANOS = 3_000_000_000L;
  private static final int PORTION = 2_000;

  @Inject private Sql sql;
  @Inject private NodeIndex index;
  @Inject private Damage damage;

  private final Set<Long> taken = new HashSet<>();
  private Object followed;
  private long from;
  private boolean uncommitted;
  private long committedNanos;
  private long checkedNanos;
  private int lacking;
  private Thread thread;
  private volatile boolean stopped;
  private volatile boolean lost;

  private record Change(long id, ListingId listing) {}

  /**
   * Begins; called once, by the thread that deploys. What takes words apart is loaded by it: while
   * the server ends a deployment it closes the archives for a moment, and a class that another
   * thread begins to load just then stays unusable in this process.
   */
  public void start(ThreadFactory threads) {
    Stems.load();
    thread = threads.newThread(this::run);
    thread.start();
  }

  /** Ends. */
  public void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Whether this process can have no index any more: only another start helps. */
  public boolean lost() {
    return lost;
  }

  private void run() {
    boolean told = false;
    while (!stopped) {
      try {
        if (!index.ready()) {
          index.open();
        }
        follow();
        told = false;
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException end) {
        return;
      } catch (IOException | RuntimeException failed) {
        if (!stopped && !told) {
          LOG.log(Level.WARNING, "the search's index cannot follow the listings", failed);
        }
        told = true;
        pause();
      } catch (LinkageError unusable) {
        lost = true;
        damage.report("search", unusable);
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS * 5);
    } catch (InterruptedException end) {
      stopped = true;
    }
  }

  private void follow() throws IOException {
    if (followed != index.identity()) {
      followed = index.identity();
      from = index.read();
      taken.clear();
      lacking = 0;
      checkedNanos = System.nanoTime() - CHECK_NANOS + FIRST_CHECK_NANOS;
    }
    if (index.damaged()) {
      index.rebuild();
      return;
    }
    long settled = NodeIndex.settled();
    List<Change> fresh = fresh();
    if (!fresh.isEmpty()) {
      Set<ListingId> listings = new LinkedHashSet<>();
      fresh.forEach(change -> listings.add(change.listing()));
      index.update(listings);
      fresh.forEach(change -> taken.add(change.id()));
      uncommitted = true;
    }
    from = Math.max(from, settled);
    taken.removeIf(id -> id <= from);
    long now = System.nanoTime();
    if (uncommitted && now - committedNanos > COMMIT_NANOS) {
      index.commit(followed, from);
      uncommitted = false;
      committedNanos = now;
    }
    if (now - checkedNanos > CHECK_NANOS) {
      checkedNanos = now;
      check();
    }
  }

  /** Those that have not been taken yet. */
  private List<Change> fresh() {
    List<Change> fresh = new ArrayList<>();
    long last = from;
    List<Change> portion;
    do {
      portion =
          sql.list(
              "SELECT id, listing_id FROM listing_change WHERE id > ? ORDER BY id LIMIT " + PORTION,
              row -> new Change(row.getLong("id"), new ListingId(row.getLong("listing_id"))),
              last);
      for (Change change : portion) {
        last = change.id();
        if (!taken.contains(change.id())) {
          fresh.add(change);
        }
      }
    } while (portion.size() == PORTION);
    return fresh;
  }

  /** Seen once, a difference may be a listing on its way; seen twice, the index is wrong. */
  private void check() throws IOException {
    lacking = index.lacking() ? lacking + 1 : 0;
    if (lacking > 1) {
      LOG.warning("the search's index does not have what the database has; it is made anew");
      index.rebuild();
    }
  }
}
