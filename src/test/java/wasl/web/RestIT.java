package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wasl.harness.PlainHttp;
import wasl.vetting.Checklists;

/** The same job as a program does it: every kind of resource, its shapes and its refusals. */
class RestIT extends BrowserIT {

  private record Answer(int status, String type, JsonObject json) {
    String text(String name) {
      return json.get(name).getAsString();
    }
  }

  @Test
  void aListingIsVettedPublishedAndPledgedTo() throws Exception {
    var reviewer = token("reviewer");
    var listing = submitted(reviewer, token("owner23"));
    submitAgain("/my/listings/" + listing, token("owner23"));
    var found = waiting(reviewer, listing);
    assertThat(found.get("listingState").getAsString()).isEqualTo("SUBMITTED");
    var file = "/cases/" + found.get("id").getAsString();
    assertThat(found.get("checklist")).as("not before the declaration").isNull();

    var opened = call("POST", file + "/opening", reviewer, "{\"interest\": \"NONE\"}");
    assertThat(opened.text("listingState")).isEqualTo("IN_REVIEW");
    var ticks =
        StreamSupport.stream(opened.json.getAsJsonArray("checklist").spliterator(), false)
            .map(it -> it.getAsJsonObject().get("item").getAsString())
            .map("{\"item\": \"%s\", \"answer\": \"YES\"}"::formatted)
            .toList();
    var scores =
        Arrays.stream(Checklists.Criterion.values())
            .map("{\"criterion\": \"%s\", \"score\": 4}"::formatted)
            .toList();
    var proposal =
        """
        {"outcome": "APPROVE", "summary": "The file is complete and the prices are the market's.",
         "checklist": %s, "scores": %s}
        """
            .formatted(ticks, scores);
    var proposed = call("POST", file + "/proposals", reviewer, proposal);
    assertThat(proposed.status).as("%s", proposed.json).isEqualTo(201);
    var alone = call("POST", file + "/confirmations", reviewer, "{}");
    assertThat(alone.status).isEqualTo(403);
    assertThat(alone.text("code")).isEqualTo("four-eyes");
    var colleague = token("reviewer2");
    assertThat(call("POST", file + "/confirmations", colleague, "{}").text("code"))
        .isEqualTo("declare-first");
    call("POST", file + "/opening", colleague, "{\"interest\": \"NONE\"}");
    var decided = call("POST", file + "/confirmations", colleague, "{}");
    assertThat(decided.text("listingState")).isEqualTo("APPROVED");

    var own = "/my/listings/" + listing + "/publication";
    assertThat(call("POST", own, token("investor"), null).status).isIn(403, 404);
    assertThat(call("POST", own, token("owner23"), null).text("state")).isEqualTo("LIVE");
    var vetting = call("GET", "/listings/" + listing + "/vetting", null, null).json;
    assertThat(vetting.getAsJsonObject("decision").get("outcome").getAsString())
        .isEqualTo("APPROVE");
    assertThat(vetting.getAsJsonObject("decision").get("proposedBy").getAsString())
        .isNotEqualTo(vetting.getAsJsonObject("decision").get("confirmedBy").getAsString());
    assertThat(
            vetting
                .getAsJsonArray("opinions")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("institution")
                .get("code")
                .getAsString())
        .isEqualTo("IQ-MOMD");
  }

  @Test
  void aPledgeIsPlacedOnceForEachKey() throws Exception {
    var investor = token("investor2");
    var live = call("GET", "/listings?state=LIVE&model=GRANT&size=1", null, null).json;
    assertThat(live.keySet()).containsExactlyInAnyOrder("items", "page", "size", "total");
    var listing = live.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(listing.keySet())
        .contains("id", "state", "title", "summary", "languages", "governorate", "sector", "model")
        .contains("goal", "minimum", "pledged", "firm", "collected", "opensAt", "deadline")
        .contains("business");
    var currency = listing.getAsJsonObject("goal").get("currency").getAsString();
    var body = "{\"amount\": {\"amount\": \"25.00\", \"currency\": \"%s\"}}".formatted(currency);
    var address = "/listings/" + listing.get("id").getAsString() + "/pledges";

    var placed = call("POST", address, investor, body, "key-1");
    assertThat(placed.status).isEqualTo(201);
    assertThat(placed.json.getAsJsonObject("amount").get("amount").getAsString())
        .isEqualTo("25.00");
    assertThat(placed.text("state")).isEqualTo("STARTED");
    assertThat(placed.text("checkoutUrl")).startsWith(application().url());
    var again = call("POST", address, investor, body, "key-1");
    assertThat(again.status).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(placed.text("id"));
    var other = call("POST", address, investor, body.replace("25.00", "26.00"), "key-1");
    assertThat(other.status).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    assertThat(call("GET", "/pledges/" + placed.text("id"), investor, null).text("id"))
        .isEqualTo(placed.text("id"));
    assertThat(call("GET", "/pledges/" + placed.text("id"), token("investor"), null).status)
        .as("somebody else's")
        .isEqualTo(404);
    var mine = call("GET", "/pledges?size=1", investor, null).json.getAsJsonArray("items");
    assertThat(mine.get(0).getAsJsonObject().get("id").getAsString()).isEqualTo(placed.text("id"));
  }

  @Test
  void aPledgeIsCancelledByWhoMadeIt() throws Exception {
    var investor = token("investor2");
    var live = call("GET", "/listings?state=LIVE&model=GRANT&size=1", null, null).json;
    var listing = live.getAsJsonArray("items").get(0).getAsJsonObject();
    var body =
        "{\"amount\": {\"amount\": \"15.00\", \"currency\": \"%s\"}}"
            .formatted(listing.getAsJsonObject("goal").get("currency").getAsString());
    var address = "/listings/" + listing.get("id").getAsString() + "/pledges";
    var placed = call("POST", address, investor, body, "to-be-cancelled");
    var pledge = "/pledges/" + placed.text("id");
    var early = call("DELETE", pledge, investor, null);
    assertThat(early.status).as("no card yet: it ends by itself").isEqualTo(409);
    assertThat(early.text("code")).isEqualTo("state-changed");
    giveCard(placed.text("checkoutUrl"));
    await().until(() -> call("GET", pledge, investor, null).text("state").equals("FIRM"));

    assertThat(call("DELETE", pledge, null, null).status).isEqualTo(401);
    assertThat(call("DELETE", pledge, token("investor"), null).status)
        .as("somebody else's")
        .isEqualTo(404);
    assertThat(call("DELETE", "/pledges/unknown", investor, null).status).isEqualTo(404);
    var cancelled = call("DELETE", pledge, investor, null);
    assertThat(cancelled.status).isEqualTo(200);
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(call("GET", pledge, investor, null).text("state")).isEqualTo("CANCELLED");
    assertThat(call("DELETE", pledge, investor, null).status).isEqualTo(409);
  }

  /** As the gateway's page sends it. */
  private static void giveCard(String checkout) throws Exception {
    var visitor = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    var page =
        visitor.send(
            HttpRequest.newBuilder(URI.create(checkout)).build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(page.uri().getPath()).startsWith("/c/pay/");
    visitor.send(
        HttpRequest.newBuilder(page.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "number=4242424242424242&expiry=12%2F39&code=123"))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void aQuestionThatCannotBeReadIsAMistakeInEveryList() throws Exception {
    var finance = token("finance");
    var reviewer = token("reviewer");
    var investor = token("investor");
    for (var wrong : List.of("page=abc", "size=1.5", "page=%D9%A3")) {
      refusesFilter("/listings?" + wrong, null);
      refusesFilter("/pledges?" + wrong, investor);
      refusesFilter("/cases?" + wrong, reviewer);
      refusesFilter("/ledger/journals?" + wrong, finance);
    }
    for (var wrong : List.of("state=DRAFT", "sector=Z", "governorate=BA", "model=LOAN", "sort=x")) {
      refusesFilter("/listings?" + wrong, null);
    }
    refusesFilter("/cases?part=SOME", reviewer);
    refusesFilter("/ledger/journals?type=SOME", finance);
    assertThat(call("GET", "/listings?state=&page=&size=", null, null).status).isEqualTo(200);
  }

  private void refusesFilter(String path, String token) throws Exception {
    var answer = call("GET", path, token, null);
    assertThat(answer.status).as(path).isEqualTo(400);
    assertThat(answer.type).startsWith("application/problem+json");
    assertThat(answer.text("code")).as(path).isEqualTo("invalid-filter");
    assertThat(answer.text("detail")).doesNotContain("⟦");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "letters | {\"amount\": {\"amount\": \"abc\", \"currency\": \"USD\"}}",
        "negative | {\"amount\": {\"amount\": \"-5.00\", \"currency\": \"USD\"}}",
        "huge | {\"amount\": {\"amount\": \"99999999999999999999\", \"currency\": \"USD\"}}",
        "no amount | {}",
        "no JSON | {\"amount\"",
      })
  void refusesWhatIsNoAmount(String what, String body) throws Exception {
    var live = call("GET", "/listings?state=LIVE&model=GRANT&size=1", null, null).json;
    var id = live.getAsJsonArray("items").get(0).getAsJsonObject().get("id").getAsString();
    var answer = call("POST", "/listings/" + id + "/pledges", token("investor2"), body, what);
    assertThat(answer.status).as("%s", answer.json).isEqualTo(400);
    assertThat(answer.type).startsWith("application/problem+json");
    assertThat(answer.text("code")).isNotBlank();
  }

  @Test
  void oddBodiesAndIdsAreTheCallersMistake() throws Exception {
    var reviewer = token("reviewer");
    var cases = call("GET", "/cases?size=1", reviewer, null).json.getAsJsonArray("items");
    var file = "/cases/" + cases.get(0).getAsJsonObject().get("id").getAsString();
    call("POST", file + "/opening", reviewer, "{\"interest\": \"NONE\"}");
    assertThat(call("PUT", file + "/review", reviewer, "{\"checklist\": [null]}").status)
        .isEqualTo(400);
    assertThat(call("POST", file + "/change-requests", reviewer, "{\"requests\": [null]}").status)
        .isEqualTo(400);
    assertThat(call("GET", "/listings/" + "%D8%A7".repeat(13), null, null).status).isEqualTo(404);
  }

  @Test
  void theLedgerIsForFinanceAndAuditors() throws Exception {
    var journals = call("GET", "/ledger/journals?size=2", token("finance"), null).json;
    var newest = journals.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(newest.keySet()).contains("id", "type", "bookedAt", "effectiveAt", "entries");
    var entry = newest.getAsJsonArray("entries").get(0).getAsJsonObject();
    assertThat(entry.keySet()).containsExactlyInAnyOrder("account", "side", "amount");
    assertThat(call("GET", "/ledger/journals", token("auditor"), null).status).isEqualTo(200);
    assertThat(call("GET", "/ledger/journals", token("investor"), null).status).isEqualTo(403);
    assertThat(call("GET", "/ledger/journals", null, null).status).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"ar", "ckb", "en"})
  void refusalsSpeakTheReadersLanguage(String lang) throws Exception {
    var answer =
        PlainHttp.CLIENT.send(
            HttpRequest.newBuilder(URI.create(application().url() + "/api/v1/listings/unknown"))
                .header("Accept-Language", lang)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Language")).contains(lang);
    var problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(problem.get("detail").getAsString()).doesNotContain("⟦");
    assertThat(problem.get("code").getAsString()).isEqualTo("not-found");
  }

  @Test
  void openApiNamesEveryResource() throws Exception {
    var answer =
        PlainHttp.CLIENT.send(
            HttpRequest.newBuilder(URI.create(application().url() + "/openapi?format=JSON"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(
            JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .getAsJsonObject("paths")
                .keySet())
        .contains(
            "/api/v1/tokens",
            "/api/v1/listings",
            "/api/v1/listings/{id}",
            "/api/v1/listings/{listing}/vetting",
            "/api/v1/listings/{id}/pledges",
            "/api/v1/pledges",
            "/api/v1/pledges/{id}",
            "/api/v1/my/listings/{id}/submission",
            "/api/v1/cases/{id}/opening",
            "/api/v1/cases/{id}/proposals",
            "/api/v1/cases/{id}/confirmations",
            "/api/v1/ledger/journals",
            "/api/v1/webhooks/stripe");
  }

  @Test
  void aWrongPasswordGivesNoToken() throws Exception {
    var answer =
        call(
            "POST",
            "/tokens",
            null,
            "{\"email\": \"krg@demo.wasl.example\", \"password\": \"wrong\"}");
    assertThat(answer.status).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("sign-in-failed");
  }

  /** The demo's submitted listing of this owner; other journeys may have left theirs beside it. */
  private String submitted(String reviewer, String owner) throws Exception {
    var cases = call("GET", "/cases?part=NEW&size=100", reviewer, null);
    for (var waiting : cases.json.getAsJsonArray("items")) {
      var listing = waiting.getAsJsonObject().get("listing").getAsString();
      if (call("POST", "/my/listings/" + listing + "/recall", owner, null).status == 200) {
        call("POST", "/my/listings/" + listing + "/submission", owner, null);
        return listing;
      }
    }
    throw new AssertionError("nothing of the owner waits in " + cases.json);
  }

  private JsonObject waiting(String reviewer, String listing) throws Exception {
    var cases = call("GET", "/cases?part=NEW&size=100", reviewer, null);
    return item(cases.json.getAsJsonArray("items"), "listing", listing);
  }

  private void submitAgain(String own, String owner) throws Exception {
    assertThat(call("POST", own + "/recall", null, null).status).isEqualTo(401);
    assertThat(call("POST", own + "/recall", token("investor"), null).status).isIn(403, 404);
    assertThat(call("POST", own + "/recall", owner, null).text("state")).isEqualTo("DRAFT");
    assertThat(call("POST", own + "/submission", owner, null).text("state")).isEqualTo("SUBMITTED");
    assertThat(call("POST", own + "/submission", owner, null).status).isEqualTo(409);
  }

  private static JsonObject item(JsonArray items, String name, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(it -> it.getAsJsonObject())
        .filter(it -> it.get(name).getAsString().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " " + value + " in " + items));
  }

  private String token(String who) throws IOException, InterruptedException {
    var answer =
        call(
            "POST",
            "/tokens",
            null,
            "{\"email\": \"%s@demo.wasl.example\", \"password\": \"wasl-demo-2026\"}"
                .formatted(who));
    assertThat(answer.status).as(who).isEqualTo(201);
    assertThat(answer.json.keySet()).contains("token", "expiresAt");
    return answer.text("token");
  }

  private Answer call(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return call(method, path, token, body, null);
  }

  private Answer call(String method, String path, String token, String body, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(application().url() + "/api/v1" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    var answer = PlainHttp.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.body().isBlank()
            ? new JsonObject()
            : JsonParser.parseString(answer.body()).getAsJsonObject());
  }
}
