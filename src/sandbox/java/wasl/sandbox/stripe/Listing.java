package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * Lists as Stripe pages them: newest first, {@code limit} 1 to 100 (10 unless asked), {@code
 * starting_after} and {@code ending_before} an id, {@code created} as a time or a range, and
 * filters by field.
 */
final class Listing {
  private final Change change;
  private final Params params;
  private final Kind kind;
  private final Map<String, String> filters = new LinkedHashMap<>();
  private Predicate<String> also = id -> true;

  Listing(ApiRequest request, Change change, Kind kind, String... filters) {
    this.change = change;
    this.params = request.params();
    this.kind = kind;
    for (String filter : filters) {
      where(filter, params.text(filter));
    }
  }

  /** Keeps only objects whose field has the value; {@code null} filters nothing. */
  Listing where(String field, String value) {
    if (value != null) {
      filters.put(field, value);
    }
    return this;
  }

  /** Keeps only objects whose id passes. */
  Listing onlyIf(Predicate<String> test) {
    also = also.and(test);
    return this;
  }

  JsonObject page(String url) {
    Long asked = params.number("limit");
    int limit = asked == null ? 10 : asked.intValue();
    if (limit < 1 || limit > 100) {
      throw ApiError.invalid("Invalid integer: limit must be from 1 to 100.", "limit");
    }
    String before = params.text("ending_before");
    Iterator<String> ids = candidates(params.text("starting_after"), before).iterator();
    Range created = Range.read(params);
    JsonArray data = new JsonArray();
    boolean more = false;
    while (ids.hasNext() && !more) {
      String id = ids.next();
      if (created.holds(change.store().entry(id).created()) && also.test(id)) {
        JsonObject object = change.peek(id);
        if (matches(object)) {
          more = data.size() == limit;
          if (!more) {
            data.add(Json.shown(object));
          }
        }
      }
    }
    return Json.object(
        "object",
        "list",
        "data",
        before == null ? data : reversed(data),
        "has_more",
        more,
        "url",
        url);
  }

  /** Newest first; or, before an id, the nearest newer one first. */
  private Iterable<String> candidates(String after, String before) {
    NavigableMap<Long, String> ids = narrowest();
    if (before != null) {
      return ids.tailMap(place(before, "ending_before"), false).values();
    }
    return after == null
        ? ids.descendingMap().values()
        : ids.headMap(place(after, "starting_after"), false).descendingMap().values();
  }

  private NavigableMap<Long, String> narrowest() {
    for (String field : kind.indexed) {
      if (filters.containsKey(field)) {
        return change.ids(kind, field, filters.get(field));
      }
    }
    return change.store().ids(kind);
  }

  private long place(String id, String parameter) {
    Store.Entry entry = change.store().entry(id);
    if (entry == null || entry.kind() != kind) {
      throw ApiError.missing(kind, id, parameter);
    }
    return entry.sequence();
  }

  private boolean matches(JsonObject object) {
    return filters.entrySet().stream()
        .allMatch(filter -> filter.getValue().equals(Json.text(object, filter.getKey())));
  }

  private static JsonArray reversed(JsonArray array) {
    JsonArray reversed = new JsonArray();
    for (int i = array.size() - 1; i >= 0; i--) {
      reversed.add(array.get(i));
    }
    return reversed;
  }

  /** Epoch seconds from and to, both counted in. */
  private record Range(long from, long to) {
    static Range read(Params params) {
      Long exact = params.number("created");
      if (exact != null) {
        return new Range(exact, exact);
      }
      Params range = params.child("created");
      Long gte = range.number("gte");
      Long gt = range.number("gt");
      Long lte = range.number("lte");
      Long lt = range.number("lt");
      return new Range(
          Math.max(gte == null ? 0 : gte, gt == null ? 0 : gt + 1),
          Math.min(lte == null ? Long.MAX_VALUE : lte, lt == null ? Long.MAX_VALUE : lt - 1));
    }

    boolean holds(long time) {
      return from <= time && time <= to;
    }
  }
}
