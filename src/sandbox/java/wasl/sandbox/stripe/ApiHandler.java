package wasl.sandbox.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** The API over HTTP, with the misbehaviour that was asked for. */
final class ApiHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());

  private final Api api;
  private final Misbehaviour misbehaviour;
  private final CallLog log;

  ApiHandler(Api api, Misbehaviour misbehaviour, CallLog log) {
    this.api = api;
    this.misbehaviour = misbehaviour;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = ApiRequest.read(exchange);
      Optional<Misbehaviour.Rule> rule = misbehaviour.meets(request);
      ApiAnswer answer = rule.isPresent() ? wrong(request, rule.get()) : right(request);
      log.answered(request, answer, rule.map(Misbehaviour.Rule::kind).orElse(null));
      if (answer != null) {
        rule.filter(it -> answer.status() == 429 && it.millis() > 0)
            .ifPresent(
                it ->
                    exchange
                        .getResponseHeaders()
                        .set("Retry-After", Long.toString((it.millis() + 999) / 1_000)));
        send(exchange, request, answer);
      }
    }
  }

  private ApiAnswer right(ApiRequest request) {
    try {
      return api.answer(request);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the Stripe sandbox failed at " + request.path(), e);
      return error(500);
    }
  }

  /** The answer of a misbehaving gateway; {@code null} drops the connection. */
  private ApiAnswer wrong(ApiRequest request, Misbehaviour.Rule rule) {
    switch (rule.kind()) {
      case STATUS:
        return error(rule.status());
      case LIMIT:
        return error(429);
      case STATUS_AFTER:
        return api.answer(request, error(rule.status()));
      case STATUS_KEPT:
        return api.fail(request, error(rule.status()));
      case HANG:
        misbehaviour.await(rule.millis());
        return right(request);
      case HANG_AFTER:
        ApiAnswer answer = right(request);
        misbehaviour.await(rule.millis());
        return answer;
      case DROP_AFTER:
        right(request);
        return null;
      case DROP_BEFORE:
        return null;
    }
    throw new IllegalStateException(rule.toString());
  }

  private static ApiAnswer error(int status) {
    ApiError error =
        status == 429
            ? ApiError.of(429, "invalid_request_error", "rate_limit", "Too many requests.", null)
            : ApiError.of(status, "api_error", null, "An error occurred at the sandbox.", null);
    return ApiAnswer.of(status, error.body());
  }

  private static void send(HttpExchange exchange, ApiRequest request, ApiAnswer answer)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Request-Id", request.requestId());
    headers.set("Stripe-Version", StripeSandbox.API_VERSION);
    if (request.idempotencyKey() != null) {
      headers.set("Idempotency-Key", request.idempotencyKey());
    }
    if (answer.replayed()) {
      headers.set("Idempotent-Replayed", "true");
    }
    Reply.send(exchange, answer.status(), "application/json", answer.body());
  }
}
