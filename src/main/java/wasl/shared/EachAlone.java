package wasl.shared;

import java.util.function.ToIntFunction;

/** Pieces of work that do not depend on each other, each in a transaction of its own. */
public final class EachAlone {

  private EachAlone() {}

  /**
   * Does all of them: one that fails keeps none behind it from its turn. The first failure is
   * thrown in the end, with the others beside it, so that it is seen.
   *
   * @param work returns how much was done of a piece
   * @return how much was done of all
   */
  public static <T> int of(Iterable<T> pieces, ToIntFunction<T> work) {
    int done = 0;
    RuntimeException first = null;
    for (T piece : pieces) {
      try {
        done += work.applyAsInt(piece);
      } catch (RuntimeException fault) {
        if (first == null) {
          first = fault;
        } else {
          first.addSuppressed(fault);
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return done;
  }
}
