package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the handlers for tests have seen, and how they are told to behave. */
@ApplicationScoped
public class Probe {

  /** How a handler answers an event. */
  interface Behaviour {
    void act(String handler) throws Exception;
  }

  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final Map<String, List<Long>> seen = new ConcurrentHashMap<>();

  void tell(String text, Behaviour behaviour) {
    behaviours.put(text, behaviour);
  }

  void see(String handler, long messageId, ProbeEvent event) throws Exception {
    seen.computeIfAbsent(handler + event.text(), key -> new CopyOnWriteArrayList<>())
        .add(messageId);
    Behaviour behaviour = behaviours.get(event.text());
    if (behaviour != null) {
      behaviour.act(handler);
    }
  }

  /** The message ids with which a handler was called for an event. */
  List<Long> calls(String handler, String text) {
    return List.copyOf(seen.getOrDefault(handler + text, List.of()));
  }
}
