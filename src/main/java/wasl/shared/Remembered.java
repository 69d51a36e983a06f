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

  /** More would be a memory of its own; all are forgotten, and those in use come back. */
  private static final int MOST = 1_000;

  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
  private final long nanos;
  private final Function<K, V> read;

  private record Kept<V>(V value, long since) {}

  public Remembered(Duration age, Function<K, V> read) {
    this.nanos = age.toNanos();
    this.read = read;
  }

  /** The value as it was at most so long ago. */
  public V get(K key) {
    long now = System.nanoTime();
    Kept<V> known = kept.get(key);
    if (known == null || now - known.since() > nanos) {
      known = new Kept<>(read.apply(key), now);
      if (kept.size() >= MOST) {
        kept.clear();
      }
      kept.put(key, known);
    }
    return known.value();
  }
}
