package wasl.shared;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an aggregate and the actions that lead from one to another, in one table. An action
 * may have several outcomes from the same state (a decision approves or rejects); then each outcome
 * is an action of its own.
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {

  private final Map<S, Map<A, S>> table;
  private final S start;

  private Lifecycle(S start, Map<S, Map<A, S>> table) {
    this.start = start;
    this.table = table;
  }

  /** Begins a table with its first state. */
  public static <S extends Enum<S>, A extends Enum<A>> Table<S, A> from(
      S start, Class<S> states, Class<A> actions) {
    return new Table<>(start, states, actions);
  }

  /** The state after the action, or nothing where the table does not allow it. */
  public Optional<S> next(S state, A action) {
    return Optional.ofNullable(table.getOrDefault(state, Map.of()).get(action));
  }

  /** Whether the action is possible in this state: pages ask it which buttons to show. */
  public boolean allows(S state, A action) {
    return next(state, action).isPresent();
  }

  /** The actions possible in this state. */
  public Set<A> actions(S state) {
    return table.getOrDefault(state, Map.of()).keySet();
  }

  /** The state of a new aggregate. */
  public S start() {
    return start;
  }

  /** The table as a Mermaid state diagram: {@code docs/lifecycle/*.md} equals it. */
  public String mermaid() {
    StringBuilder out = new StringBuilder("stateDiagram-v2\n  [*] --> " + start + "\n");
    table.forEach(
        (state, actions) -> {
          Map<S, List<A>> byTarget = new LinkedHashMap<>();
          actions.forEach(
              (action, target) ->
                  byTarget.computeIfAbsent(target, t -> new java.util.ArrayList<>()).add(action));
          byTarget.forEach(
              (target, by) -> {
                String label =
                    String.join(
                        ", ",
                        by.stream().map(a -> a.name().toLowerCase(java.util.Locale.ROOT)).toList());
                out.append("  ").append(state).append(" --> ").append(target);
                out.append(": ").append(label).append('\n');
              });
        });
    return out.toString();
  }

  /** Collects the rows of a table. */
  public static final class Table<S extends Enum<S>, A extends Enum<A>> {
    private final S start;
    private final Class<A> actions;
    private final Map<S, Map<A, S>> rows;

    private Table(S start, Class<S> states, Class<A> actions) {
      this.start = start;
      this.actions = actions;
      this.rows = new EnumMap<>(states);
    }

    /** One row: from this state the action leads to that one. */
    public Table<S, A> on(S state, A action, S next) {
      S before = rows.computeIfAbsent(state, s -> new EnumMap<>(actions)).put(action, next);
      if (before != null) {
        throw new IllegalStateException(state + " has " + action + " twice");
      }
      return this;
    }

    /** The same row for several states. */
    public Table<S, A> on(EnumSet<S> states, A action, S next) {
      states.forEach(state -> on(state, action, next));
      return this;
    }

    /** The finished table. */
    public Lifecycle<S, A> done() {
      return new Lifecycle<>(start, rows);
    }
  }
}
