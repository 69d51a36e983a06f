package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.PlacePledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Sql;

/** Investors at the gateway's own pages, and the gateway's misbehaviour. */
@ApplicationScoped
public class GatewayFixtures {

  public static final String GOOD = "4242424242424242";
  public static final String DECLINED_LATER = "4000000000000341";
  public static final String ASKS_ALWAYS = "4000002760003184";
  public static final String DISPUTED = "4000000000000259";
  public static final String REFUND_FAILS = "4000000000005126";

  /** What the gateway tells of each kind of object. */
  private static final Map<String, List<String>> TOLD =
      Map.of(
          "cs",
          List.of("checkout.session.completed", "checkout.session.expired"),
          "pi",
          List.of(
              "payment_intent.created",
              "payment_intent.succeeded",
              "payment_intent.payment_failed",
              "payment_intent.canceled"),
          "ch",
          List.of("charge.succeeded", "charge.updated", "charge.refunded"),
          "re",
          List.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated"),
          "dp",
          List.of(
              "charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed"));

  @Inject private PlacePledge place;
  @Inject private PledgeQueries pledges;
  @Inject private GoToGateway go;
  @Inject private ComeBack comeBack;
  @Inject private Sql sql;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A pledge that waits for its card. */
  public PledgeId started(Actor investor, ListingId listing, long dollars, long tipDollars) {
    PlacePledge.Command command =
        new PlacePledge.Command(
            investor,
            listing,
            Money.minor(dollars * 100, Currency.USD),
            Money.minor(tipDollars * 100, Currency.USD),
            false,
            true,
            true,
            Ids.text(Ids.next()));
    return place.handle(command).pledge();
  }

  /** A pledge whose card is saved. */
  public PledgeId pledged(
      Actor investor, ListingId listing, long dollars, long tipDollars, String card) {
    PledgeId id = started(investor, listing, dollars, tipDollars);
    saveCard(id, card);
    return id;
  }

  /** Types a card on the gateway's page and comes back. */
  public void saveCard(PledgeId id, String card) {
    typeCard(id, card);
    comeBack(id);
  }

  /** Comes back from the gateway's page or the bank's. */
  public void comeBack(PledgeId id) {
    comeBack.handle(new ComeBack.Command(Actor.visitor(Lang.EN), token(id)));
  }

  /** Types a card on the gateway's page and never comes back. */
  public void typeCard(PledgeId id, String card) {
    enterCard(gatewayPage(id, Lang.EN).orElseThrow(), card);
  }

  /** Types a card on a page of the gateway that was opened before. */
  public void enterCard(String page, String card) {
    HttpResponse<String> answer = post(page, "number=" + card + "&expiry=12%2F40&code=123");
    String next = answer.headers().firstValue("Location").orElse("");
    if (next.contains("/c/3ds/")) {
      authenticate(next, "approve");
    }
  }

  /** How many events the gateway has not told yet. */
  public int undelivered() {
    return control("GET", "idle", "").getInt("undelivered");
  }

  /** Where an investor who reads a language is sent to save a card. */
  public Optional<String> gatewayPage(PledgeId id, Lang lang) {
    String back = PublicUrl.value() + "/" + lang.code() + "/pay/" + token(id) + "/back";
    return go.handle(new GoToGateway.Command(Actor.visitor(lang), token(id), lang, null, back));
  }

  /** The same, from an address. */
  public Optional<String> gatewayPage(PledgeId id, String address) {
    String back = PublicUrl.value() + "/en/pay/" + token(id) + "/back";
    return go.handle(
        new GoToGateway.Command(Actor.visitor(Lang.EN), token(id), Lang.EN, address, back));
  }

  /** The kinds of events that the gateway has about an object. */
  static List<String> kinds(String object) {
    return TOLD.get(object.substring(0, object.indexOf('_')));
  }

  /** The gateway's ids of all that belongs to a listing and that it told of. */
  List<String> objects(ListingId listing) {
    return sql.list(
        "WITH mine AS (SELECT ? AS listing)"
            + " SELECT payment_intent FROM payment_attempt a, mine"
            + " WHERE a.listing = mine.listing AND payment_intent IS NOT NULL"
            + " UNION SELECT charge FROM payment_attempt a, mine"
            + " WHERE a.listing = mine.listing AND charge IS NOT NULL"
            + " UNION SELECT gateway_refund FROM payment_refund r, mine"
            + " WHERE r.listing = mine.listing AND gateway_refund IS NOT NULL"
            + " UNION SELECT dispute FROM payment_dispute d, mine"
            + " WHERE d.listing = mine.listing"
            + " UNION SELECT session FROM payment_checkout c JOIN pledge p ON p.id = c.pledge"
            + " JOIN mine ON p.listing = mine.listing",
        row -> row.getString(1),
        listing.value());
  }

  /** Tells the application of something, signed as the gateway does. */
  public int tell(String event, String type, String object) {
    String body = SignedEvents.body(event, type, object);
    return tell(body, SignedEvents.header(SignedEvents.now(), body, SignedEvents.secret()));
  }

  /**
   * Tells the application something.
   *
   * @param header the signature; null for none
   * @return the answer's status
   */
  int tell(String body, String header) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(PublicUrl.value() + "/api/v1/webhooks/stripe"))
            .header("Content-Type", "application/json; charset=utf-8");
    if (header != null) {
      request.header("Stripe-Signature", header);
    }
    return send(request.POST(BodyPublishers.ofString(body)).build()).statusCode();
  }

  /** Decides at the bank's page. */
  public void authenticate(String page, String decision) {
    post(page.startsWith("/") ? base() + page : page, "decision=" + decision);
  }

  private String token(PledgeId id) {
    return view(id).payToken();
  }

  public PledgeView view(PledgeId id) {
    return pledges.find(id).orElseThrow();
  }

  public PledgeState state(PledgeId id) {
    return view(id).state();
  }

  /** The charges that the gateway has booked for a pledge. */
  public List<JsonObject> charges(PledgeId id) {
    return charges("pledge", id.toString());
  }

  /** The charges that the gateway has booked for a listing. */
  public List<JsonObject> charges(ListingId id) {
    return charges("listing", id.toString());
  }

  /** The charges that the gateway has booked since an instant. */
  public List<JsonObject> charges(Instant since) {
    return charges("created=" + since.getEpochSecond());
  }

  private List<JsonObject> charges(String by, String value) {
    return charges("metadata%5B" + by + "%5D=" + value);
  }

  private List<JsonObject> charges(String which) {
    return control("GET", "state?" + which, "").getJsonArray("charges").stream()
        .map(JsonValue::asJsonObject)
        .filter(charge -> charge.getString("status").equals("succeeded"))
        .toList();
  }

  /** Answers a pledge's dispute at the gateway; the right words win it. */
  public void answerDispute(PledgeId id, String words) {
    String charge = charges(id).get(0).getString("id");
    JsonObject disputes = api("GET", "disputes?charge=" + charge, "");
    String dispute = disputes.getJsonArray("data").getJsonObject(0).getString("id");
    api("POST", "disputes/" + dispute, "evidence%5Buncategorized_text%5D=" + words);
  }

  /** What the gateway keeps of a listing's money, in minor units: charged less given back. */
  public long keptMinor(ListingId id) {
    return charges(id).stream()
        .mapToLong(charge -> charge.getInt("amount") - charge.getInt("amount_refunded"))
        .sum();
  }

  /** What the gateway's account holds of a listing's money in minor units, after all its fees. */
  public long netMinor(ListingId id) {
    return charges(id).stream().mapToLong(charge -> charge.getInt("net")).sum();
  }

  /** A cardholder disputes a charge; the dispute's id. */
  public String dispute(String charge) {
    return control("POST", "dispute", "{\"charge\":\"%s\"}".formatted(charge)).getString("id");
  }

  /** The same about a part of it, in minor units. */
  public String dispute(String charge, long minor) {
    return control("POST", "dispute", "{\"charge\":\"%s\",\"amount\":%d}".formatted(charge, minor))
        .getString("id");
  }

  /** The bank sends a payout back. */
  public void failPayout(String payout) {
    control("POST", "payout", "{\"payout\":\"%s\"}".formatted(payout));
  }

  /** A dispute is {@code won} or {@code lost}. */
  public void decide(String dispute, String verdict) {
    control(
        "POST", "dispute", "{\"dispute\":\"%s\",\"verdict\":\"%s\"}".formatted(dispute, verdict));
  }

  /**
   * Gives a part of a charge back at the gateway, under no key, with the mark of a refund of ours.
   */
  public void refund(String intent, long cents, String mark) {
    api(
        "POST",
        "refunds",
        "payment_intent=" + intent + "&amount=" + cents + "&metadata%5Brefund%5D=" + mark);
  }

  /** The bank sends a refund back. */
  public void failRefund(String refund) {
    control("POST", "refund", "{\"refund\":\"%s\"}".formatted(refund));
  }

  /** Tells the gateway to do wrong; the rule as the sandbox's package describes it. */
  public void misbehave(String rule) {
    control("POST", "misbehave", rule);
  }

  /** The gateway does right again. */
  public void behave() {
    control("DELETE", "misbehave", "");
  }

  /** Tells a card's bank how to decide the next charges. */
  public void issuer(String paymentMethod, String verdict, int times) {
    control(
        "POST",
        "issuer",
        "{\"payment_method\":\"%s\",\"verdict\":\"%s\",\"times\":%d}"
            .formatted(paymentMethod, verdict, times));
  }

  /** Falsifies what the gateway's balance says of a charge; how, as the sandbox's package tells. */
  public JsonObject falsify(String source, String how) {
    return control("POST", "movement", "{\"source\":\"%s\",%s}".formatted(source, how));
  }

  /** The sums in minor units of what has arrived at the gateway with a text. */
  public List<Long> topUps(String description) {
    return api("GET", "topups?limit=100", "").getJsonArray("data").stream()
        .map(JsonValue::asJsonObject)
        .filter(one -> one.getString("description", "").equals(description))
        .map(one -> one.getJsonNumber("amount").longValue())
        .toList();
  }

  /** The gateway takes something of its own accord; the number of its balance row. */
  public String bill(long minor) {
    return control("POST", "bill", "{\"amount\":%d}".formatted(minor)).getString("id");
  }

  private JsonObject control(String method, String path, String body) {
    return call(method, "/_sandbox/" + path, body);
  }

  private JsonObject api(String method, String path, String form) {
    return call(method, "/v1/" + path, form);
  }

  private JsonObject call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Authorization", "Bearer " + setting("wasl.stripe.api.key"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.body());
    }
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private HttpResponse<String> post(String url, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  /** A call over HTTP as anybody makes it. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new IllegalStateException(String.valueOf(request.uri()), broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String base() {
    return setting("wasl.stripe.api.base");
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
