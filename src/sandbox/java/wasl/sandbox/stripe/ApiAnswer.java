package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** What goes back: HTTP status, JSON text, and whether it repeats an earlier answer. */
record ApiAnswer(int status, String body, boolean replayed) {

  static ApiAnswer of(int status, JsonObject body) {
    return new ApiAnswer(status, Json.write(body), false);
  }
}
