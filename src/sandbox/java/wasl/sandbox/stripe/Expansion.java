package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * {@code expand[]}: puts whole objects where ids stand, along paths such as {@code
 * latest_charge.balance_transaction} or {@code data.source}.
 */
final class Expansion {
  private static final int DEEPEST = 4;

  private Expansion() {}

  static void expand(JsonObject root, String path, Change change) {
    String[] steps = path.split("\\.");
    if (steps.length > DEEPEST) {
      throw ApiError.invalid("You cannot expand more than 4 levels of a property.", "expand");
    }
    expand(root, steps, 0, change, path);
  }

  private static void expand(
      JsonObject object, String[] steps, int step, Change change, String path) {
    if (step == steps.length) {
      return;
    }
    JsonElement value = object.get(steps[step]);
    if (value == null || steps[step].equals("id")) {
      throw ApiError.invalid("This property cannot be expanded (" + path + ").", "expand");
    }
    if (value.isJsonPrimitive()) {
      JsonObject whole = change.peek(value.getAsString());
      if (whole == null) {
        throw ApiError.invalid("This property cannot be expanded (" + path + ").", "expand");
      }
      value = Json.shown(whole);
      object.add(steps[step], value);
    }
    if (value.isJsonArray()) {
      expandAll(value.getAsJsonArray(), steps, step + 1, change, path);
    } else if (value.isJsonObject()) {
      expand(value.getAsJsonObject(), steps, step + 1, change, path);
    }
  }

  private static void expandAll(
      JsonArray array, String[] steps, int step, Change change, String path) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).isJsonObject()) {
        expand(array.get(i).getAsJsonObject(), steps, step, change, path);
      }
    }
  }
}
