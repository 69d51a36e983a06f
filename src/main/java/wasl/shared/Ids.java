package wasl.shared;

import io.hypersistence.tsid.TSID;
import java.time.Instant;
import java.util.Optional;

/**
 * 64-bit ids that sort by time and are made by the application, so that no insert waits for a
 * sequence. Outside the system they are written as 13 base-32 characters.
 */
public final class Ids {

  private static final TSID.Factory FACTORY =
      TSID.Factory.builder()
          .withNodeBits(10)
          .withRandomFunction(TSID.Factory.THREAD_LOCAL_RANDOM_FUNCTION)
          .build();

  private Ids() {}

  /** A new id. */
  public static long next() {
    return FACTORY.generate().toLong();
  }

  /** The smallest id that can be made at an instant: a limit for reading by time of making. */
  public static long firstAt(Instant instant) {
    return (instant.toEpochMilli() - TSID.TSID_EPOCH) << 22;
  }

  /** The 13 characters of an id. */
  public static String text(long id) {
    return TSID.from(id).toString();
  }

  /** The id behind 13 characters; nothing for anything else. */
  public static Optional<Long> parse(String text) {
    return text != null && TSID.isValid(text)
        ? Optional.of(TSID.from(text).toLong())
        : Optional.empty();
  }
}
