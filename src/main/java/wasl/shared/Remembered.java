package wasl.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What pages ask for again and again and what seldom changes: read again when it is older than some
 * seconds of real time, so that every node sees a change soon.
 *
 * @param <K> what it is asked by
 * @param <V> what is read, immutable
 */
public final class Remembered<K, V> {

  private static final int MOST = 1_000;

  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
  private final long nanos;
  private final int most;
  private final Function<K, V> read;

  private record Kept<V>(V value, long since) {}

  public Remembered(Duration age, Function<K, V> read) {
    this(age, MOST, read);
  }

  /**
   * @param most more would be a memory of its own: then all are forgotten, and those in use come
   *     back
   */
  public Remembered(Duration age, int most, Function<K, V> read) {
    this.nanos = age.toNanos();
    this.most = most;
    this.read = read;
  }

  /** The value as it was at most so long ago. */
  public V get(K key) {
    long now = System.nanoTime();
    Kept<V> known = kept.get(key);
    if (known == null || now - known.since() > nanos) {
      known = new Kept<>(read.apply(key), now);
      if (kept.size() >= most && !kept.containsKey(key)) {
        kept.clear();
      }
      kept.put(key, known);
    }
    return known.value();
  }

  /** How many are known, old ones too. */
  int size() {
    return kept.size();
  }

  /** Reads this one anew when it is next asked for. */
  public void forget(K key) {
    kept.remove(key);
  }
}
