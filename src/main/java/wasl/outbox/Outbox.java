package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Seal;
import wasl.shared.SecretEvent;
import wasl.shared.Sql;

/** Writes one message for each handler that wants an event, in the event's own transaction. */
@ApplicationScoped
public class Outbox {

  static final Jsonb JSON = JsonbBuilder.create();

  @Inject @Any private Instance<Handler<?>> handlers;
  @Inject private Sql sql;
  @Inject private Seal seal;
  @Inject private Clock clock;

  private Map<Class<?>, List<Handler<?>>> byType;
  private Map<String, Handler<?>> byName;

  void on(@Observes DomainEvent event) {
    rows(event).forEach(sql::make);
  }

  /**
   * The messages of an event that nobody fires, for whoever writes them in the event's own
   * transaction.
   */
  public List<Sql.Change> rows(DomainEvent event) {
    Instant now = clock.instant();
    return wanting(event.getClass()).stream()
        .map(
            handler ->
                new NewMessage(Ids.next(), handler.lane(), handler.name(), payload(event), now))
        .map(Messages::row)
        .toList();
  }

  private String payload(DomainEvent event) {
    String json = JSON.toJson(event);
    return event instanceof SecretEvent ? seal.close(json) : json;
  }

  /** The event that a payload tells of. */
  <E extends DomainEvent> E event(String payload, Class<E> type) {
    return JSON.fromJson(seal.open(payload), type);
  }

  /** The handler with this name; null for one that this version no longer has. */
  Handler<?> handler(String name) {
    index();
    return byName.get(name);
  }

  private List<Handler<?>> wanting(Class<?> type) {
    index();
    return byType.getOrDefault(type, List.of());
  }

  private synchronized void index() {
    if (byType != null) {
      return;
    }
    Map<Class<?>, List<Handler<?>>> types = new HashMap<>();
    Map<String, Handler<?>> names = new HashMap<>();
    for (Handler<?> handler : handlers) {
      types.computeIfAbsent(handler.type(), t -> new java.util.ArrayList<>()).add(handler);
      if (names.put(handler.name(), handler) != null) {
        throw new IllegalStateException("two handlers are named " + handler.name());
      }
    }
    byName = names;
    byType = types;
  }
}
