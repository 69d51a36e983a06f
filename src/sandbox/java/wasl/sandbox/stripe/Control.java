package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The sandbox's own calls under {@code /_sandbox}, with the API key as bearer: {@code clock},
 * {@code webhook}, {@code misbehave}, {@code issuer}, {@code dispute}, {@code refund}, {@code
 * payout}, {@code movement}, {@code bill}, {@code state}, {@code idle}.
 */
final class Control implements HttpHandler {
  /** What is due so soon counts as not idle. */
  private static final long SOON_SECONDS = 5;

  private final Api api;
  private final World world;
  private final Happenings happenings;
  private final Deliveries deliveries;
  private final Misbehaviour misbehaviour;
  private final ByHand byHand;

  Control(
      Api api,
      World world,
      Happenings happenings,
      Deliveries deliveries,
      Misbehaviour misbehaviour) {
    this.api = api;
    this.world = world;
    this.happenings = happenings;
    this.deliveries = deliveries;
    this.misbehaviour = misbehaviour;
    this.byHand = new ByHand(world);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiAnswer answer;
      try {
        api.authorise(exchange.getRequestHeaders().getFirst("Authorization"));
        answer = ApiAnswer.of(200, answer(exchange));
      } catch (ApiError e) {
        answer = ApiAnswer.of(e.status(), e.body());
      } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
        answer = ApiAnswer.of(400, Json.object("error", Json.object("message", e.getMessage())));
      }
      Reply.send(exchange, answer.status(), "application/json", answer.body());
    }
  }

  private JsonObject answer(HttpExchange exchange) throws IOException {
    String call =
        exchange.getRequestMethod()
            + exchange.getRequestURI().getPath().substring("/_sandbox".length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    return switch (call) {
      case "POST/clock" -> clock(Json.parse(body));
      case "POST/webhook" -> webhook(Json.parse(body));
      case "POST/misbehave" -> misbehave(Json.parse(body));
      case "DELETE/misbehave" -> behave();
      case "POST/issuer" -> issuer(Json.parse(body));
      case "POST/dispute" -> dispute(Json.parse(body));
      case "POST/refund" -> failRefund(Json.parse(body));
      case "POST/payout" -> failPayout(Json.parse(body));
      case "POST/movement" -> movement(Json.parse(body));
      case "POST/bill" -> bill(Json.parse(body));
      case "GET/idle" -> idle();
      case "GET/state" -> state(Params.parse(query == null ? "" : query));
      default -> throw ApiError.of(404, "invalid_request_error", null, "No such call.", null);
    };
  }

  private JsonObject clock(JsonObject asked) {
    world.shiftClock(Json.number(asked, "offsetSeconds"));
    happenings.catchUp();
    return Json.object("offsetSeconds", world.offsetSeconds(), "now", world.now());
  }

  private JsonObject webhook(JsonObject asked) {
    deliveries.to(Json.text(asked, "url"), Json.text(asked, "secret"));
    return asked;
  }

  private JsonObject misbehave(JsonObject asked) {
    misbehaviour.tell(asked);
    deliveries.resume();
    return asked;
  }

  private JsonObject behave() {
    misbehaviour.clear();
    deliveries.resume();
    return new JsonObject();
  }

  private JsonObject issuer(JsonObject asked) {
    long times = asked.has("times") ? Json.number(asked, "times") : 1;
    String method = Json.text(asked, "payment_method");
    return Json.shown(byHand.tellBank(method, Json.text(asked, "verdict"), times));
  }

  /** Opens a dispute on a charge, or decides an open one. */
  private JsonObject dispute(JsonObject asked) {
    return Json.shown(
        asked.has("charge")
            ? byHand.dispute(
                Json.text(asked, "charge"),
                asked.has("amount") ? Json.number(asked, "amount") : Long.MAX_VALUE)
            : byHand.decide(Json.text(asked, "dispute"), Json.text(asked, "verdict")));
  }

  private JsonObject failRefund(JsonObject asked) {
    return Json.shown(byHand.failRefund(Json.text(asked, "refund")));
  }

  private JsonObject failPayout(JsonObject asked) {
    return Json.shown(byHand.failPayout(Json.text(asked, "payout")));
  }

  /**
   * Falsifies the balance: what moved for a {@code source} is done {@code remove} or {@code
   * duplicate}, or gets another {@code amount}, {@code fee} or {@code currency}.
   */
  private JsonObject movement(JsonObject asked) {
    return world.change(
        change -> {
          String source = Json.text(asked, "source");
          String id =
              change.ids(Kind.BALANCE_TRANSACTION, "source", source).firstEntry().getValue();
          JsonObject movement = change.load(Kind.BALANCE_TRANSACTION, id);
          if (asked.has("remove")) {
            change.remove(id);
          } else if (asked.has("duplicate")) {
            JsonObject again = change.create(Kind.BALANCE_TRANSACTION);
            movement.entrySet().stream()
                .filter(field -> !field.getKey().equals("id"))
                .forEach(field -> again.add(field.getKey(), field.getValue()));
          } else {
            for (String field : new String[] {"amount", "fee", "currency"}) {
              if (asked.has(field)) {
                movement.add(field, asked.get(field));
              }
            }
          }
          return Json.shown(movement);
        });
  }

  /** The gateway takes an {@code amount} in usd of its own accord, as for a monthly bill. */
  private JsonObject bill(JsonObject asked) {
    long amount = Json.number(asked, "amount");
    return world.change(change -> Json.shown(Balance.billed(change, amount, "usd")));
  }

  private JsonObject idle() {
    boolean waiting = happenings.next(world.now() + SOON_SECONDS).isPresent();
    return Json.object(
        "idle", !waiting && deliveries.idle(), "undelivered", world.undelivered().size());
  }

  /**
   * Counts of everything, and the charges that carry the metadata asked for, or were made since.
   */
  private JsonObject state(Params asked) {
    Map<String, String> metadata = asked.child("metadata").all();
    long since = asked.has("created") ? asked.number("created") : 0;
    return world.change(
        change -> {
          JsonObject objects = new JsonObject();
          change.store().counts().forEach((kind, n) -> objects.addProperty(kind.object, n));
          JsonArray charges = new JsonArray();
          for (String id : change.store().ids(Kind.CHARGE).values()) {
            JsonObject charge = change.peek(id);
            JsonObject own = charge.getAsJsonObject("metadata");
            if (Json.number(charge, "created") >= since
                && metadata.entrySet().stream()
                    .allMatch(e -> e.getValue().equals(Json.text(own, e.getKey())))) {
              charges.add(brief(change, charge));
            }
          }
          return Json.object(
              "offsetSeconds",
              world.offsetSeconds(),
              "objects",
              objects,
              "undelivered",
              world.undelivered().size(),
              "charges",
              charges);
        });
  }

  private static JsonObject brief(Change change, JsonObject charge) {
    JsonObject brief = Json.object("net", net(change, charge));
    for (String field :
        new String[] {
          "id",
          "created",
          "amount",
          "amount_refunded",
          "currency",
          "status",
          "failure_code",
          "disputed",
          "customer",
          "payment_intent",
          "balance_transaction",
          "metadata"
        }) {
      brief.add(field, charge.get(field));
    }
    return brief;
  }

  /** What a charge, its refunds and its disputes have moved on the account, fees included. */
  private static long net(Change change, JsonObject charge) {
    String id = Json.text(charge, "id");
    long net = moved(change, id);
    for (Kind kind : new Kind[] {Kind.REFUND, Kind.DISPUTE}) {
      for (String about : change.ids(kind, "charge", id).values()) {
        net += moved(change, about);
      }
    }
    return net;
  }

  private static long moved(Change change, String source) {
    return change.ids(Kind.BALANCE_TRANSACTION, "source", source).values().stream()
        .mapToLong(id -> Json.number(change.peek(id), "net"))
        .sum();
  }
}
