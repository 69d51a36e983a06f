package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every object, kept as its JSON text (a tenth of the memory of a parsed tree), with an index for
 * each field that lists ask for. Order is the order of creation. Not for several threads: {@link
 * World} holds the lock.
 */
final class Store {
  private static final NavigableMap<Long, String> NOTHING = new TreeMap<>();

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, NavigableMap<Long, String>> indexes = new HashMap<>();
  private long last;

  /** One object: its place in the order, kind, time in epoch seconds, text and index keys. */
  record Entry(long sequence, Kind kind, long created, String json, List<String> keys) {}

  Entry entry(String id) {
    return entries.get(id);
  }

  void put(JsonObject object) {
    Kind kind = Kind.named(Json.text(object, "object"));
    String id = Json.text(object, "id");
    Entry old = remove(id);
    long sequence = old == null ? ++last : old.sequence();
    List<String> keys = new ArrayList<>(2);
    keys.add(kind.object);
    for (String field : kind.indexed) {
      String value = Json.text(object, field);
      if (value != null) {
        keys.add(key(kind, field, value));
      }
    }
    long created = Json.number(object, "created");
    entries.put(id, new Entry(sequence, kind, created, Json.write(object), List.copyOf(keys)));
    keys.forEach(key -> indexes.computeIfAbsent(key, k -> new TreeMap<>()).put(sequence, id));
  }

  Entry remove(String id) {
    Entry old = entries.remove(id);
    if (old != null) {
      for (String key : old.keys()) {
        NavigableMap<Long, String> index = indexes.get(key);
        index.remove(old.sequence());
        if (index.isEmpty()) {
          indexes.remove(key);
        }
      }
    }
    return old;
  }

  /** Ids of a kind by their place in the order; do not change the map. */
  NavigableMap<Long, String> ids(Kind kind) {
    return indexes.getOrDefault(kind.object, NOTHING);
  }

  /** Ids of a kind whose indexed field has the value, by their place in the order. */
  NavigableMap<Long, String> ids(Kind kind, String field, String value) {
    return indexes.getOrDefault(key(kind, field, value), NOTHING);
  }

  Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, ids(kind).size());
    }
    return counts;
  }

  /** Every entry, in the order of creation. */
  Stream<Entry> all() {
    return entries.values().stream().sorted((a, b) -> Long.compare(a.sequence(), b.sequence()));
  }

  private static String key(Kind kind, String field, String value) {
    return kind.object + '|' + field + '=' + value;
  }
}
