package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/**
 * A refusal in Stripe's shape: HTTP status and {@code error} object. A card's refusal keeps what
 * was booked so far (the failed charge, the intent's new state); any other undoes all of the
 * request.
 */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonObject error;

  ApiError(int status, JsonObject error) {
    super(Json.text(error, "message"));
    this.status = status;
    this.error = error;
  }

  static ApiError invalid(String message, String parameter) {
    return invalid(null, message, parameter);
  }

  static ApiError invalid(String code, String message, String parameter) {
    return of(400, "invalid_request_error", code, message, parameter);
  }

  static ApiError missing(Kind kind, String id, String parameter) {
    String message = "No such " + kind.object.replace('.', ' ') + ": '" + id + "'";
    return of(404, "invalid_request_error", "resource_missing", message, parameter);
  }

  static ApiError of(int status, String type, String code, String message, String parameter) {
    JsonObject error = Json.object("type", type, "message", message);
    if (code != null) {
      error.addProperty("code", code);
    }
    if (parameter != null) {
      error.addProperty("param", parameter);
    }
    return new ApiError(status, error);
  }

  int status() {
    return status;
  }

  boolean keepsChanges() {
    return status == 402;
  }

  JsonObject body() {
    return Json.object("error", error);
  }
}
