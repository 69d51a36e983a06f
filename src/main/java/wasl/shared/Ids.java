package wasl.shared;

import io.hypersistence.tsid.TSID;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 64-bit ids that sort by time and are made by the application, so that no insert waits for a
 * sequence. Outside the system they are written as 13 base-32 characters.
 */
public final class Ids {

  /** The numbers that nodes may have: ten bits of an id. */
  public static final int NODES = 1 << 10;

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{13}");

  private static final TSID.Factory FACTORY = factory(System.getenv("WASL_NODE_ID"));

  private Ids() {}

  /** A node's number keeps its ids apart from other nodes'; a process that has none takes any. */
  private static TSID.Factory factory(String node) {
    TSID.Factory.Builder builder =
        TSID.Factory.builder()
            .withNodeBits(10)
            .withRandomFunction(TSID.Factory.THREAD_LOCAL_RANDOM_FUNCTION);
    return node == null ? builder.build() : builder.withNode(Integer.parseInt(node)).build();
  }

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
    return text != null && SHAPE.matcher(text).matches() && TSID.isValid(text)
        ? Optional.of(TSID.from(text).toLong())
        : Optional.empty();
  }
}
