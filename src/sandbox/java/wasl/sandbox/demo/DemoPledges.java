package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.PlacePledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.PublicUrl;

/** What an investor does: pledge, go to the gateway's page, type a card, come back. */
@ApplicationScoped
public class DemoPledges {

  static final String GOOD = "4242424242424242";
  static final String FAILS_LATER = "4000000000000341";
  static final String ASKS_ALWAYS = "4000002760003184";

  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  @Inject private PlacePledge place;
  @Inject private PledgeQueries queries;

  /** Places a pledge and leaves it there, without a card. */
  PledgeId start(Actor investor, ListingId listing, long dollars, long tip) {
    return place
        .handle(
            new PlacePledge.Command(
                investor,
                listing,
                Money.minor(dollars * 100, Currency.USD),
                Money.minor(tip * 100, Currency.USD),
                dollars % 3 == 0,
                true,
                true,
                Ids.text(Ids.next())))
        .pledge();
  }

  /** Places a pledge and saves a card for it, through the gateway's own page. */
  PledgeId pledge(Actor investor, ListingId listing, long dollars, long tip, String card) {
    PledgeId id = start(investor, listing, dollars, tip);
    String token = queries.find(id).orElseThrow().payToken();
    String pay = PublicUrl.value() + "/" + investor.lang().code() + "/pay/" + token;
    HttpClient browser =
        HttpClient.newBuilder()
            .followRedirects(Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();
    HttpResponse<String> page = send(browser, HttpRequest.newBuilder(URI.create(pay)).build());
    page = submit(browser, page, "number=" + card + "&expiry=12%2F40&code=123");
    if (page.uri().getPath().contains("/3ds/")) {
      page = submit(browser, page, "decision=approve");
    }
    if (queries.find(id).orElseThrow().state() == PledgeState.STARTED) {
      throw new IllegalStateException("the card was not saved: " + page.uri() + page.body());
    }
    return id;
  }

  private static HttpResponse<String> submit(
      HttpClient browser, HttpResponse<String> page, String fields) {
    Matcher action = ACTION.matcher(page.body());
    URI target =
        action.find() ? page.uri().resolve(action.group(1).replace("&amp;", "&")) : page.uri();
    StringBuilder body = new StringBuilder(fields);
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      body.append('&').append(hidden.group(1)).append('=');
      body.append(URLEncoder.encode(hidden.group(2), StandardCharsets.UTF_8));
    }
    return send(
        browser,
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new IllegalStateException(String.valueOf(request.uri()), broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
