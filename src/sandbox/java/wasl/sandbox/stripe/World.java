package wasl.sandbox.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The whole state behind one lock: objects, idempotency answers, events not delivered yet, and the
 * clock's offset. Every change goes through the journal first.
 */
final class World implements AutoCloseable {
  private static final int ANSWER_LIFE_SECONDS = 48 * 3600;

  private final Clock realClock;
  private final Store store = new Store();
  private final Map<String, JsonObject> answers = new LinkedHashMap<>();
  private final Set<String> undelivered = new LinkedHashSet<>();
  private final Journal journal;
  private volatile long offsetSeconds;
  private volatile Consumer<List<String>> onEvents = ids -> {};

  /** Opens the state kept in the folder; {@code null} keeps it in memory only. */
  World(Path folder, Clock realClock) {
    this.realClock = realClock;
    this.journal = folder == null ? null : Journal.open(folder, this::apply);
    if (journal != null && journal.lines() > 1000 && journal.lines() > 2 * everything().count()) {
      journal.rewrite(everything());
    }
  }

  /** Whoever is told of new events, after they are safely kept. */
  void onEvents(Consumer<List<String>> listener) {
    onEvents = listener;
  }

  /** The sandbox's time: real time plus the offset, epoch seconds. */
  long now() {
    return realNow() + offsetSeconds;
  }

  long realNow() {
    return realClock.instant().getEpochSecond();
  }

  long offsetSeconds() {
    return offsetSeconds;
  }

  synchronized void shiftClock(long seconds) {
    keep(Json.object("clock", seconds));
  }

  <T> T change(Function<Change, T> work) {
    return changeAt(now(), work);
  }

  /** Does the work as if it were the given time; keeps nothing if the work throws. */
  <T> T changeAt(long epochSecond, Function<Change, T> work) {
    List<String> events;
    T result;
    synchronized (this) {
      Change change = new Change(store, epochSecond);
      result = work.apply(change);
      JsonObject record = change.record();
      if (record != null) {
        keep(record);
      }
      events = change.events();
    }
    if (!events.isEmpty()) {
      onEvents.accept(events);
    }
    return result;
  }

  /** The answer given before under the key, or {@code null}. */
  synchronized JsonObject answer(String idempotencyKey) {
    JsonObject answer = answers.get(idempotencyKey);
    return answer == null || expired(answer) ? null : answer;
  }

  private boolean expired(JsonObject answer) {
    return Json.number(answer, "at") < realNow() - ANSWER_LIFE_SECONDS;
  }

  synchronized List<String> undelivered() {
    return new ArrayList<>(undelivered);
  }

  synchronized boolean isUndelivered(String event) {
    return undelivered.contains(event);
  }

  synchronized void delivered(String event) {
    if (undelivered.contains(event)) {
      keep(Json.object("delivered", Json.array(event)));
    }
  }

  private void keep(JsonObject record) {
    if (journal != null) {
      journal.write(record);
    }
    apply(record);
  }

  private void apply(JsonObject record) {
    each(record, "put", object -> store.put(object.getAsJsonObject()));
    each(record, "remove", id -> store.remove(id.getAsString()));
    each(record, "undelivered", id -> undelivered.add(id.getAsString()));
    each(record, "delivered", id -> undelivered.remove(id.getAsString()));
    if (record.has("answer")) {
      JsonObject answer = record.getAsJsonObject("answer");
      answers.put(Json.text(answer, "key"), answer);
    }
    if (record.has("clock")) {
      offsetSeconds = Json.number(record, "clock");
    }
  }

  private static void each(JsonObject record, String name, Consumer<JsonElement> action) {
    if (record.has(name)) {
      record.getAsJsonArray(name).forEach(action);
    }
  }

  /** The records that make this state anew. */
  private Stream<JsonObject> everything() {
    return Stream.of(
            Stream.of(Json.object("clock", offsetSeconds)),
            store.all().map(entry -> Json.object("put", Json.array(Json.parse(entry.json())))),
            answers.values().stream().filter(a -> !expired(a)).map(a -> Json.object("answer", a)),
            undelivered.stream().map(id -> Json.object("undelivered", Json.array(id))))
        .flatMap(stream -> stream);
  }

  @Override
  public synchronized void close() {
    if (journal != null) {
      journal.close();
    }
  }
}
