package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wasl.listing.ListingId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * What the cap of a listing counts, cheaply enough to be asked after each pledge. Two things make
 * it cheap. Those who ask at once share one count, namely one that began after the last of them had
 * asked. And what is older than some seconds is summed once and remembered for some seconds more,
 * so that a count reads only the newest movements, even of a listing to which thousands pledge.
 *
 * <p>Remembered sums may miss what took longer than those seconds to commit. Whoever placed such a
 * pledge counts everything anew; others may take too much for so long, as they may when a node dies
 * before it has counted. It is found when the card is saved: {@link ConfirmPledge} reads all.
 */
@ApplicationScoped
public class HeldAmounts {

  private static final int MOST_REMEMBERED = 20_000;

  /**
   * Movements made so long ago are taken for committed, by the database's clock. Each count reads
   * all younger ones, and looks each up in its row, since an index does not tell who may see what
   * was written just now: every second saved here is one that a hot listing gains.
   */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private static final long REMEMBERED_NANOS = 5_000_000_000L;

  /** When so many counts have used a sum, what has settled meanwhile is added to it. */
  private static final int OFTEN = 50;

  private static final long ADDED_NANOS = 1_000_000_000L;

  @Inject private PledgeQueries queries;
  @Inject private Sql sql;

  private final Map<ListingId, Held> listings = new ConcurrentHashMap<>();

  /** What is known of a listing; its monitor is held by the one who counts for all who wait. */
  private static final class Held {
    private volatile long begun;
    private long ended;
    private volatile Long last;
    private PledgeQueries.HeldSum old;
    private long oldSince;
    private long addedSince;
    private int used;
  }

  /** What was counted last on this node, maybe long ago; counted now where it never was. */
  long lastSeen(ListingId listing) {
    Held held = listings.get(listing);
    Long last = held == null ? null : held.last;
    return last == null ? queries.heldMinor(listing) : last;
  }

  /**
   * Counts what is committed when this is called; outside any transaction.
   *
   * @param own a pledge that the caller has just committed and that must be among them
   */
  long after(ListingId listing, PledgeId own) {
    if (listings.size() >= MOST_REMEMBERED) {
      listings.clear();
    }
    Held held = listings.computeIfAbsent(listing, id -> new Held());
    long wanted = held.begun + 1;
    synchronized (held) {
      if (held.old == null || own.value() <= held.old.upto()) {
        held.old = null;
      } else if (held.ended >= wanted) {
        return held.last;
      }
      long number = ++held.begun;
      long counted = count(listing, held);
      held.last = counted;
      held.ended = number;
      return counted;
    }
  }

  private long count(ListingId listing, Held held) {
    long now = System.nanoTime();
    if (held.old == null || now - held.oldSince > REMEMBERED_NANOS) {
      held.old = queries.heldSum(listing, settled());
      held.oldSince = now;
      held.addedSince = now;
      held.used = 0;
    } else if (held.used >= OFTEN && now - held.addedSince > ADDED_NANOS) {
      held.old = queries.heldSum(listing, held.old, Math.max(settled(), held.old.upto()));
      held.addedSince = now;
      held.used = 0;
    }
    held.used++;
    return held.old.minor() + queries.heldAfter(listing, held.old.upto());
  }

  private long settled() {
    Instant now = Instant.ofEpochSecond(sql.number("SELECT FLOOR(UNIX_TIMESTAMP())"));
    return Ids.firstAt(now.minus(SETTLED));
  }
}
