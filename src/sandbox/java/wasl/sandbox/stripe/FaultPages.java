package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /misbehaviour}: an operator of the demonstration sets what the gateway does wrong and
 * watches how the application takes it. Part of the sandbox, so production does not have it.
 */
final class FaultPages implements HttpHandler {
  static final String PATH = "/misbehaviour";

  private static final String HTML = "text/html; charset=utf-8";
  private static final int SHOWN = 8;

  private final World world;
  private final Misbehaviour misbehaviour;
  private final Deliveries deliveries;
  private final CallLog log;
  private final ByHand byHand;

  FaultPages(World world, Misbehaviour misbehaviour, Deliveries deliveries, CallLog log) {
    this.world = world;
    this.misbehaviour = misbehaviour;
    this.deliveries = deliveries;
    this.log = log;
    this.byHand = new ByHand(world);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self';"
              + " form-action 'self'; frame-ancestors 'self'");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "same-origin");
      String call = exchange.getRequestMethod() + exchange.getRequestURI().getPath();
      switch (call) {
        case "GET" + PATH -> page(exchange, 200, null);
        case "POST" + PATH -> act(exchange);
        case "GET" + PATH + "/log" -> log(exchange);
        case "GET" + PATH + "/faults.css" -> styleSheet(exchange);
        default -> Reply.send(exchange, 404, "text/plain; charset=utf-8", "There is no such page.");
      }
    }
  }

  private void page(HttpExchange exchange, int status, String refusal) throws IOException {
    FaultPage page =
        new FaultPage(
            misbehaviour.present(),
            world.undelivered().size(),
            world.offsetSeconds(),
            last(Kind.CHARGE),
            last(Kind.DISPUTE),
            last(Kind.REFUND),
            last(Kind.PAYMENT_METHOD));
    Reply.send(exchange, status, HTML, page.html(refusal));
  }

  private List<JsonObject> last(Kind kind) {
    return world.change(
        change ->
            change.store().ids(kind).descendingMap().values().stream()
                .limit(SHOWN)
                .map(change::peek)
                .toList());
  }

  private void log(HttpExchange exchange) throws IOException {
    boolean still = "still".equals(exchange.getRequestURI().getRawQuery());
    if (!still) {
      exchange.getResponseHeaders().set("Refresh", "2");
    }
    Reply.send(exchange, 200, HTML, new LogPage(log.calls(), log.told()).html(still));
  }

  /** Only the page itself may: no other site that a browser here happens to show. */
  private static boolean fromHere(HttpExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    String host = exchange.getRequestHeaders().getFirst("Host");
    return (site == null || site.equals("same-origin"))
        && (origin == null || origin.substring(origin.indexOf("//") + 2).equals(host));
  }

  private void act(HttpExchange exchange) throws IOException {
    if (!fromHere(exchange)) {
      page(exchange, 403, "This was sent by another site.");
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(10_000);
    Params form = Params.parse(new String(body, StandardCharsets.UTF_8));
    try {
      act(form);
      Reply.seeOther(exchange, PATH);
    } catch (ApiError | IllegalArgumentException refused) {
      page(exchange, 422, refused.getMessage());
    }
  }

  private void act(Params form) {
    String id = form.text("id", "");
    switch (form.text("do", "")) {
      case "call" -> misbehaviour.tell(FaultForm.call(form));
      case "forget" ->
          misbehaviour.present().rules().stream()
              .filter(rule -> Integer.toHexString(rule.hashCode()).equals(id))
              .findFirst()
              .ifPresent(misbehaviour::forget);
      case "events" -> misbehaviour.tell(FaultForm.events(form));
      case "refunds" -> misbehaviour.tell(FaultForm.refunds(form));
      case "bank" -> byHand.tellBank(id, FaultForm.verdict(form), FaultForm.times(form));
      case "dispute" -> byHand.dispute(id, Long.MAX_VALUE);
      case "won", "lost" -> byHand.decide(id, form.text("do"));
      case "fail" -> byHand.failRefund(id);
      case "reset" -> misbehaviour.clear();
      default -> throw new IllegalArgumentException("There is no such button.");
    }
    deliveries.resume();
  }

  private static void styleSheet(HttpExchange exchange) throws IOException {
    try (InputStream in = FaultPages.class.getResourceAsStream("faults.css")) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Reply.send(exchange, 200, "text/css; charset=utf-8", css);
    }
  }
}
