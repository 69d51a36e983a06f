package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happens by itself when the sandbox's clock reaches its time: sessions expire, refunds fail.
 */
final class Happenings {
  private static final long DAY = 24 * 3600;

  private final Map<String, Happening> happenings = new HashMap<>();
  private final World world;

  /** Something that happens to the object with the id. */
  interface Happening {
    void happen(Change change, String id);
  }

  /** A family of resources to which things happen by themselves. */
  interface Family {
    void addTo(Happenings happenings);
  }

  Happenings(World world) {
    this.world = world;
  }

  void on(String what, Happening happening) {
    happenings.put(what, happening);
  }

  /** Something about no object in particular that happens at each midnight UTC. */
  void everyMidnight(String what, Happening happening) {
    on(
        what,
        (change, nothing) -> {
          happening.happen(change, nothing);
          change.laterAt(midnightAfter(change.now()), what, null);
        });
    world.change(
        change -> {
          if (change.store().ids(Kind.DUE, "what", what).isEmpty()) {
            change.laterAt(midnightAfter(change.now()), what, null);
          }
          return null;
        });
  }

  private static long midnightAfter(long epochSecond) {
    return (epochSecond / DAY + 1) * DAY;
  }

  /** Does all that is due, each at the time when it was due. */
  void catchUp() {
    Optional<Store.Entry> next = next(world.now());
    while (next.isPresent()) {
      JsonObject due = Json.parse(next.get().json());
      world.changeAt(
          next.get().created(),
          change -> {
            String id = Json.text(due, "id");
            String of = Json.text(due, "of");
            if (change.find(id) != null) {
              change.remove(id);
              if (of == null || change.peek(of) != null) {
                happenings.get(Json.text(due, "what")).happen(change, of);
              }
            }
            return null;
          });
      next = next(world.now());
    }
  }

  /** The earliest thing that is due until then. */
  Optional<Store.Entry> next(long until) {
    return world.change(
        change ->
            change.store().ids(Kind.DUE).values().stream()
                .map(change.store()::entry)
                .filter(due -> due.created() <= until)
                .min((a, b) -> Long.compare(a.created(), b.created())));
  }
}
