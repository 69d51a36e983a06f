package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * What one request does to the sandbox's world: working copies of objects, new ones, events, and
 * the answer kept under an idempotency key. All of it becomes one journal record, so a crash keeps
 * all or nothing and a repeated request can never make a thing twice.
 */
final class Change {
  private final Store store;
  private final long now;
  private final Map<String, JsonObject> touched = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final List<String> events = new ArrayList<>();
  private String requestId;
  private String requestKey;
  private JsonObject answer;

  Change(Store store, long now) {
    this.store = store;
    this.now = now;
  }

  /** The sandbox's time, epoch seconds. */
  long now() {
    return now;
  }

  /** Names the request, for the events that it causes. */
  void causedBy(String id, String idempotencyKey) {
    requestId = id;
    requestKey = idempotencyKey;
  }

  JsonObject create(Kind kind, Object... fields) {
    JsonObject object =
        Json.object(
            "id", Ids.next(kind.prefix), "object", kind.object, "created", now, "livemode", false);
    Json.with(object, fields);
    touched.put(Json.text(object, "id"), object);
    return object;
  }

  /** The working copy; changes to it are kept when the request succeeds. */
  JsonObject load(Kind kind, String id) {
    return load(kind, id, "id");
  }

  /** As {@link #load(Kind, String)}; a missing object is blamed on the named parameter. */
  JsonObject load(Kind kind, String id, String parameter) {
    JsonObject object = find(id);
    if (object == null || !kind.object.equals(Json.text(object, "object"))) {
      throw ApiError.missing(kind, id, parameter);
    }
    return object;
  }

  /** The working copy of any kind, or {@code null}. */
  JsonObject find(String id) {
    if (id == null || removed.contains(id)) {
      return null;
    }
    JsonObject copy = touched.get(id);
    if (copy == null) {
      Store.Entry entry = store.entry(id);
      if (entry == null) {
        return null;
      }
      copy = Json.parse(entry.json());
      touched.put(id, copy);
    }
    return copy;
  }

  /** The object as it is, to be read only: changes to it are lost. {@code null} when missing. */
  JsonObject peek(String id) {
    JsonObject copy = touched.get(id);
    Store.Entry entry = copy != null || removed.contains(id) ? null : store.entry(id);
    return entry == null ? copy : Json.parse(entry.json());
  }

  /** Ids of what was there before this change. */
  NavigableMap<Long, String> ids(Kind kind, String field, String value) {
    return store.ids(kind, field, value);
  }

  Store store() {
    return store;
  }

  void remove(String id) {
    touched.remove(id);
    removed.add(id);
  }

  /** Tells the webhook endpoint about the object as it is now. */
  void event(String type, JsonObject object) {
    JsonObject request = Json.object("id", requestId, "idempotency_key", requestKey);
    JsonObject event =
        create(
            Kind.EVENT,
            "api_version",
            StripeSandbox.API_VERSION,
            "data",
            Json.object("object", Json.shown(object)),
            "request",
            request,
            "type",
            type);
    events.add(Json.text(event, "id"));
  }

  /** Lets something happen by itself after a while of the sandbox's time. */
  void later(Duration delay, String what, String of) {
    laterAt(now + delay.toSeconds(), what, of);
  }

  void laterAt(long epochSecond, String what, String of) {
    Json.with(create(Kind.DUE, "what", what, "of", of), "created", epochSecond);
  }

  /** Keeps the answer for repeats of the same idempotency key. */
  void remember(JsonObject idempotentAnswer) {
    answer = idempotentAnswer;
  }

  List<String> events() {
    return events;
  }

  /** The journal's record of this change, or {@code null} if nothing was changed. */
  JsonObject record() {
    JsonObject record = new JsonObject();
    JsonArray put = new JsonArray();
    touched.forEach(
        (id, object) -> {
          Store.Entry old = store.entry(id);
          if (old == null || !old.json().equals(Json.write(object))) {
            put.add(object);
          }
        });
    if (!put.isEmpty()) {
      record.add("put", put);
    }
    if (!removed.isEmpty()) {
      record.add("remove", Json.array(removed.toArray()));
    }
    if (answer != null) {
      record.add("answer", answer);
    }
    if (!events.isEmpty()) {
      record.add("undelivered", Json.array(events.toArray()));
    }
    return record.size() == 0 ? null : record;
  }
}
