package wasl.shared;

/** Why the question of an address (what stands behind its {@code ?}) cannot be answered. */
public sealed interface QueryRefused extends Refusal {

  /** A parameter's value is not of its form, or none of those that there are. */
  record InvalidFilter(String name) implements QueryRefused {
    @Override
    public int status() {
      return 400;
    }
  }
}
