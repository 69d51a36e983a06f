package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** Stripe's metadata: at most 50 keys of 40 characters with values of 500. */
final class Metadata {
  private Metadata() {}

  static JsonObject from(Params params) {
    return merge(new JsonObject(), params);
  }

  /** Writes the given keys over the old ones; an empty value removes its key. */
  static JsonObject merge(JsonObject metadata, Params params) {
    params
        .child("metadata")
        .all()
        .forEach(
            (key, value) -> {
              if (key.length() > 40 || value.length() > 500) {
                throw ApiError.invalid(
                    "Metadata keys have at most 40 characters and values 500.",
                    "metadata[" + key + "]");
              }
              if (value.isEmpty()) {
                metadata.remove(key);
              } else {
                metadata.addProperty(key, value);
              }
            });
    if (metadata.size() > 50) {
      throw ApiError.invalid("Metadata has at most 50 keys.", "metadata");
    }
    return metadata;
  }
}
