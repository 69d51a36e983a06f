package wasl.task;

/**
 * A kind of task. Each feature has its own kinds as an enum that implements this; the words of a
 * kind stand in that feature's texts: {@code <feature>.task.<CONST>} says what is the matter,
 * {@code <feature>.task.<CONST>.do} what to do about it.
 */
public interface TaskKind {

  /** The constant's name. */
  String name();

  /** Whether an officer closes it with a note; else it closes itself when its cause is gone. */
  default boolean byHand() {
    return false;
  }

  /** The key of its words, by which it is kept too. */
  default String key() {
    String feature = ((Enum<?>) this).getDeclaringClass().getPackageName().split("\\.")[1];
    return feature + ".task." + name();
  }
}
