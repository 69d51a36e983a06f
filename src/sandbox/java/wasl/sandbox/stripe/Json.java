package wasl.sandbox.stripe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** Short forms for building and reading Gson's trees. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** An object of name and value pairs; {@code null} stays as a JSON null. */
  static JsonObject object(Object... pairs) {
    return with(new JsonObject(), pairs);
  }

  static JsonObject with(JsonObject object, Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      object.add((String) pairs[i], value(pairs[i + 1]));
    }
    return object;
  }

  static JsonArray array(Object... values) {
    JsonArray array = new JsonArray();
    for (Object value : values) {
      array.add(value(value));
    }
    return array;
  }

  private static JsonElement value(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    return new JsonPrimitive(value.toString());
  }

  /** The field as text, or {@code null} when absent, null or not a plain value. */
  static String text(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
  }

  /** The field as a whole number, 0 when absent or null. */
  static long number(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value == null || value.isJsonNull() ? 0 : value.getAsLong();
  }

  static boolean flag(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value != null && !value.isJsonNull() && value.getAsBoolean();
  }

  static JsonObject parse(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static String write(JsonElement element) {
    return GSON.toJson(element);
  }

  /** A copy without the fields that begin with an underscore: those are the sandbox's own notes. */
  static JsonObject shown(JsonObject object) {
    JsonObject shown = new JsonObject();
    for (var field : object.entrySet()) {
      if (!field.getKey().startsWith("_")) {
        shown.add(field.getKey(), field.getValue().deepCopy());
      }
    }
    return shown;
  }
}
