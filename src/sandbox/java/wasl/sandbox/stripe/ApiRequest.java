package wasl.sandbox.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One call of the API.
 *
 * @param path without the query, such as {@code /v1/refunds}
 * @param id the part of the path that names an object, or {@code null}
 * @param content query and body as they came: an idempotency key is bound to it
 */
record ApiRequest(
    String method,
    String path,
    String id,
    String content,
    Params params,
    String authorization,
    String idempotencyKey,
    String requestId) {

  static ApiRequest read(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String content = query == null ? body : body.isEmpty() ? query : query + "&" + body;
    return new ApiRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        null,
        content,
        null,
        exchange.getRequestHeaders().getFirst("Authorization"),
        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
        Ids.next("req_"));
  }

  ApiRequest about(String objectId) {
    return new ApiRequest(
        method,
        path,
        objectId,
        content,
        Params.parse(content),
        authorization,
        idempotencyKey,
        requestId);
  }
}
