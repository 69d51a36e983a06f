package wasl.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * This node's memory of whole pages as visitors see them, by address and language.
 *
 * <p>A page is given for a second ({@code WASL_KEPT_SECONDS}, 0 for never) after the reading of its
 * data began; then the first who asks makes it anew, and for another second, while that goes on,
 * the others are given the old one. So no page is older than two seconds on any node, whatever has
 * changed what it shows and wherever. What is known to change pages drops them at once on the node
 * where it happens.
 */
@ApplicationScoped
public class KeptPages {

  /** In seconds; pages promise twice as much. */
  private static final int LONGEST = 1;

  /** 24 MiB of the heap, at most. */
  private static final int BUDGET = 24 * 1024 * 1024;

  /** A page that takes more is nobody's first view. */
  private static final int HEAVIEST = 512 * 1024;

  /** When the oldest was read of what the page in the making shows. */
  private static final ThreadLocal<Long> READ = new ThreadLocal<>();

  private final Map<String, Place> places = new LinkedHashMap<>(64, 0.75f, true);
  private final int budget;
  private final long fresh;
  private int weight;

  /** Where a page stands; whoever makes it holds the place, and a dropped place is not found. */
  private static final class Place {
    private final AtomicBoolean making = new AtomicBoolean();
    private volatile KeptPage page;
    private int weight;
  }

  public KeptPages() {
    this(
        BUDGET,
        asked(
            ConfigProvider.getConfig()
                .getOptionalValue("wasl.kept.seconds", Integer.class)
                .orElse(LONGEST)));
  }

  /**
   * Tells that the page which is being made in this thread shows something that was read before its
   * making began: it is as old as that.
   *
   * @param nanos when it was read, as {@link System#nanoTime}
   */
  public static void shows(long nanos) {
    Long earliest = READ.get();
    if (earliest != null && nanos - earliest < 0) {
      READ.set(nanos);
    }
  }

  /** What the setting comes to: with more, pages would be older than they say themselves. */
  static Duration asked(int seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(LONGEST, seconds)));
  }

  KeptPages(int budget, Duration fresh) {
    this.budget = budget;
    this.fresh = fresh.toNanos();
  }

  /** Whether any page is kept here. */
  boolean keeps() {
    return fresh > 0;
  }

  /**
   * The page as it was at most two seconds ago.
   *
   * @param key what it depends on beside the data: its address with language and query
   * @param make makes it anew
   */
  KeptPage get(String key, Clock clock, Supplier<byte[]> make) {
    Place place = place(key);
    KeptPage known = place.page;
    long age = known == null ? Long.MAX_VALUE : known.age(System.nanoTime(), clock.instant());
    if (age < fresh) {
      return known;
    }
    boolean first = place.making.compareAndSet(false, true);
    if (!first && age < 2 * fresh) {
      return known;
    }
    try {
      long nanos = System.nanoTime();
      Instant now = clock.instant();
      READ.set(nanos);
      byte[] made = make.get();
      long read = READ.get();
      KeptPage page = new KeptPage(made, read, now.minusNanos(nanos - read)).instead(known);
      keep(key, place, page);
      return page;
    } finally {
      READ.remove();
      if (first) {
        place.making.set(false);
      }
      leave(key, place);
    }
  }

  /** Drops the pages whose key is like this: what they show has changed. */
  public synchronized void drop(Predicate<String> like) {
    for (Iterator<Map.Entry<String, Place>> each = places.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Place> entry = each.next();
      if (like.test(entry.getKey())) {
        weight -= entry.getValue().weight;
        each.remove();
      }
    }
  }

  private synchronized Place place(String key) {
    return places.computeIfAbsent(key, missing -> new Place());
  }

  /** A page that could not be made takes no room: there are any number of wrong addresses. */
  private synchronized void leave(String key, Place place) {
    if (place.page == null) {
      places.remove(key, place);
    }
  }

  /** Puts the page in its place, unless that was dropped while it was made. */
  private synchronized void keep(String key, Place place, KeptPage page) {
    if (places.get(key) != place) {
      return;
    }
    if (page.weight() > HEAVIEST) {
      places.remove(key);
      weight -= place.weight;
      return;
    }
    weight += page.weight() - place.weight;
    place.weight = page.weight();
    place.page = page;
    // those that were not asked for the longest stand first
    for (Iterator<Place> eldest = places.values().iterator(); weight > budget; ) {
      weight -= eldest.next().weight;
      eldest.remove();
    }
  }

  /** How many bytes the pages take, for tests. */
  synchronized int weight() {
    return weight;
  }
}
