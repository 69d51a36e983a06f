package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Stripe's rules that are the same for every call: the key, idempotency, expansion, unknown
 * parameters, errors.
 *
 * <p>Idempotency as Stripe documents it: the first answer is kept under the key, server errors and
 * card refusals included, and repeated with {@code Idempotent-Replayed: true}; the same key with
 * other parameters is refused; a call that was refused before it began (400, 401, 404) leaves the
 * key free.
 */
final class Api {
  private final World world;
  private final Routes routes;
  private final String apiKey;

  Api(World world, Routes routes, String apiKey) {
    this.world = world;
    this.routes = routes;
    this.apiKey = apiKey;
  }

  ApiAnswer answer(ApiRequest request) {
    return answer(request, null);
  }

  /**
   * Does what is asked.
   *
   * @param instead an answer to give, and to keep under the key, in place of the true one, or
   *     {@code null}: what a client sees when the gateway fails after the work was done
   */
  ApiAnswer answer(ApiRequest request, ApiAnswer instead) {
    try {
      authorise(request.authorization());
      Routes.Found found = routes.find(request);
      return world.change(change -> once(found, change, instead));
    } catch (ApiError refusal) {
      return ApiAnswer.of(refusal.status(), refusal.body());
    }
  }

  /** Fails before anything is done, and keeps that answer under the key. */
  ApiAnswer fail(ApiRequest request, ApiAnswer failure) {
    if (request.idempotencyKey() == null) {
      return failure;
    }
    return world.change(
        change -> {
          JsonObject first = world.answer(request.idempotencyKey());
          if (first != null) {
            return replay(first, hash(request), request.idempotencyKey());
          }
          remember(change, request, failure);
          return failure;
        });
  }

  private void remember(Change change, ApiRequest request, ApiAnswer answer) {
    change.remember(
        Json.object(
            "key", request.idempotencyKey(),
            "hash", hash(request),
            "status", answer.status(),
            "body", answer.body(),
            "at", world.realNow()));
  }

  void authorise(String authorization) {
    String expected = "Bearer " + apiKey;
    String basic =
        "Basic "
            + Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(authorization) && !basic.equals(authorization)) {
      String message =
          authorization == null ? "You did not provide an API key." : "Invalid API Key provided.";
      throw ApiError.of(401, "invalid_request_error", null, message, null);
    }
  }

  private ApiAnswer once(Routes.Found found, Change change, ApiAnswer instead) {
    ApiRequest request = found.request();
    String key = request.method().equals("POST") ? request.idempotencyKey() : null;
    if (key == null) {
      return other(instead, run(found, change));
    }
    if (key.length() > 255) {
      throw ApiError.invalid("Idempotency keys have at most 255 characters.", null);
    }
    String hash = hash(request);
    JsonObject first = world.answer(key);
    if (first != null) {
      return replay(first, hash, key);
    }
    ApiAnswer answer = other(instead, run(found, change));
    remember(change, request, answer);
    return answer;
  }

  private static ApiAnswer other(ApiAnswer instead, ApiAnswer real) {
    return instead == null ? real : instead;
  }

  private static ApiAnswer replay(JsonObject first, String hash, String key) {
    if (!hash.equals(Json.text(first, "hash"))) {
      throw ApiError.of(
          400,
          "idempotency_error",
          null,
          "Keys for idempotent requests can only be used with the same parameters they were first"
              + " used with. Try using a key other than '"
              + key
              + "' if you meant to execute a different request.",
          null);
    }
    return new ApiAnswer((int) Json.number(first, "status"), Json.text(first, "body"), true);
  }

  private static ApiAnswer run(Routes.Found found, Change change) {
    ApiRequest request = found.request();
    change.causedBy(request.requestId(), request.idempotencyKey());
    var expand = request.params().list("expand");
    try {
      JsonObject object = Json.shown(found.handler().handle(request, change));
      request.params().refuseUnread();
      expand.forEach(path -> Expansion.expand(object, path, change));
      return ApiAnswer.of(200, object);
    } catch (ApiError refusal) {
      if (refusal.keepsChanges()) {
        return ApiAnswer.of(refusal.status(), refusal.body());
      }
      throw refusal;
    }
  }

  private static String hash(ApiRequest request) {
    try {
      String content = request.method() + " " + request.path() + "?" + request.content();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
