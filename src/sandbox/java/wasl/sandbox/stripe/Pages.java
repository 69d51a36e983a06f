package wasl.sandbox.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The hosted pages under {@code /c/}: card page, 3-D Secure page, style sheet. */
final class Pages implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Pages.class.getName());
  private static final String HTML = "text/html; charset=utf-8";

  private final World world;
  private final CheckoutFlow flow;
  private final Challenges challenges;

  Pages(World world, CheckoutFlow flow, Challenges challenges) {
    this.world = world;
    this.flow = flow;
    this.challenges = challenges;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src data:");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      try {
        route(exchange);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a page of the Stripe sandbox failed", e);
        missing(exchange, 500);
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path.equals("/c/sandbox.css")) {
      styleSheet(exchange);
      return;
    }
    JsonObject subject = subject(path);
    if (subject == null) {
      missing(exchange, 404);
    } else if (path.startsWith("/c/pay/")) {
      if (post) {
        typed(exchange, subject);
      } else {
        card(exchange, subject);
      }
    } else if (post) {
      decided(exchange, subject);
    } else {
      challenge(exchange, subject);
    }
  }

  /** The session or challenge that the path names, or {@code null}. */
  private JsonObject subject(String path) {
    boolean card = path.startsWith("/c/pay/");
    if (!card && !path.startsWith("/c/3ds/")) {
      return null;
    }
    JsonObject found = peek(path.substring("/c/pay/".length()));
    String expected = card ? Kind.CHECKOUT_SESSION.object : Kind.CHALLENGE.object;
    return found != null && expected.equals(Json.text(found, "object")) ? found : null;
  }

  private JsonObject peek(String id) {
    return id == null ? null : world.change(change -> change.peek(id));
  }

  private void card(HttpExchange exchange, JsonObject session) throws IOException {
    CardPage page = new CardPage(language(exchange, session), session);
    boolean open = Json.text(session, "status").equals("open");
    String body = open ? page.form(null, Optional.empty(), lastError(session)) : page.over();
    Reply.send(exchange, 200, HTML, body);
  }

  private void typed(HttpExchange exchange, JsonObject session) throws IOException {
    if (!Json.text(session, "status").equals("open")) {
      // a second press of the button: on to where the first one led
      Reply.seeOther(exchange, exchange.getRequestURI().getPath());
      return;
    }
    Params form = form(exchange);
    TypedCard card = new TypedCard(form.text("number"), form.text("expiry"), form.text("code"));
    Optional<TypedCard.Fault> fault = card.fault(world.now());
    String address =
        fault.isPresent()
            ? null
            : world.change(change -> flow.submit(change, change.find(id(session)), card));
    if (address == null) {
      JsonObject now = peek(id(session));
      String body = new CardPage(language(exchange, now), now).form(card, fault, lastError(now));
      Reply.send(exchange, 422, HTML, body);
    } else {
      Reply.seeOther(exchange, address);
    }
  }

  private JsonObject lastError(JsonObject session) {
    boolean setup = Json.text(session, "mode").equals("setup");
    JsonObject intent = peek(Json.text(session, setup ? "setup_intent" : "payment_intent"));
    JsonElement error =
        intent == null ? null : intent.get(setup ? "last_setup_error" : "last_payment_error");
    return error == null || error.isJsonNull() ? null : error.getAsJsonObject();
  }

  private void challenge(HttpExchange exchange, JsonObject challenge) throws IOException {
    JsonObject intent = peek(Json.text(challenge, "intent"));
    JsonObject method = peek(Json.text(intent, "payment_method"));
    if (!Json.text(challenge, "status").equals("open") || method == null) {
      // decided before, in another tab or by going back
      Reply.seeOther(exchange, decide(challenge, false));
      return;
    }
    PageLanguage language = language(exchange, challenge);
    Reply.send(exchange, 200, HTML, ChallengePage.form(language, challenge, intent, method));
  }

  private void decided(HttpExchange exchange, JsonObject challenge) throws IOException {
    boolean approved = "approve".equals(form(exchange).text("decision"));
    Reply.seeOther(exchange, decide(challenge, approved));
  }

  private String decide(JsonObject challenge, boolean approved) {
    return world.change(change -> challenges.decide(change, change.find(id(challenge)), approved));
  }

  private static String id(JsonObject object) {
    return Json.text(object, "id");
  }

  private static Params form(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(10_000);
    return Params.parse(new String(body, StandardCharsets.UTF_8));
  }

  /**
   * The page's language: the one chosen on the page, else the session's locale, else the one in the
   * path of the shop's address (Stripe's own locales have neither Arabic nor Kurdish), else the
   * browser's.
   */
  private static PageLanguage language(HttpExchange exchange, JsonObject subject) {
    String query = exchange.getRequestURI().getRawQuery();
    String asked = Params.parse(query == null ? "" : query).text("lang");
    String back = Json.text(subject, "success_url");
    return Stream.of(
            PageLanguage.coded(asked),
            PageLanguage.coded(Json.text(subject, "locale")),
            PageLanguage.inAddress(back == null ? Json.text(subject, "return_url") : back))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> accepted(exchange));
  }

  private static PageLanguage accepted(HttpExchange exchange) {
    return PageLanguage.accepted(exchange.getRequestHeaders().getFirst("Accept-Language"));
  }

  private static void missing(HttpExchange exchange, int status) throws IOException {
    PageLanguage language = accepted(exchange);
    String content = "<p>" + Html.escape(language.say("missing.text")) + "</p>";
    String path = exchange.getRequestURI().getPath();
    String title = language.say("missing.title");
    Reply.send(exchange, status, HTML, Html.page(language, path, title, content));
  }

  private static void styleSheet(HttpExchange exchange) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream("sandbox.css")) {
      exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Reply.send(exchange, 200, "text/css; charset=utf-8", css);
    }
  }
}
