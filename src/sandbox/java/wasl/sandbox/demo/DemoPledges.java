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
import wasl.shared.Lang;
import wasl.shared.PublicUrl;

/** What an investor does: pledge, go to the gateway's page, type a card, come back. */
@ApplicationScoped
public class DemoPledges {

  static final String GOOD = "4242424242424242";
  static final String FAILS_LATER = "4000000000000341";
  static final String ASKS_ALWAYS = "4000002760003184";

  /** Stripe's test cards (docs.stripe.com/testing), by what becomes of them. */
  enum Card {
    VISA(GOOD),
    VISA_DEBIT("4000056655665556"),
    MASTERCARD("5555555555554444"),
    /** Its bank asks the cardholder when it is saved. */
    AUTHENTICATED("4000002500003155"),
    /** Saved, and declined when it is charged. */
    DECLINED(FAILS_LATER),
    /** Saved, and without money whenever it is charged. */
    EMPTY("4000008260003178"),
    /** Its bank wants the cardholder at every charge. */
    ASKING(ASKS_ALWAYS),
    /** Charged, and disputed. */
    DISPUTED("4000000000000259");

    private final String number;

    Card(String number) {
      this.number = number;
    }
  }

  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  @Inject private PlacePledge place;
  @Inject private PledgeQueries queries;

  /** Places a pledge and leaves it there, without a card. */
  PledgeId start(Actor investor, ListingId listing, long dollars, long tip) {
    return start(investor, listing, usd(dollars), usd(tip));
  }

  private PledgeId start(Actor investor, ListingId listing, Money amount, Money tip) {
    boolean named = amount.amountMinor() / 100 % 3 == 0;
    return place
        .handle(
            new PlacePledge.Command(
                investor, listing, amount, tip, named, true, true, Ids.text(Ids.next())))
        .pledge();
  }

  private static Money usd(long dollars) {
    return Money.minor(dollars * 100, Currency.USD);
  }

  /** Places a pledge and saves a card for it, through the gateway's own page. */
  PledgeId pledge(Actor investor, ListingId listing, long dollars, long tip, String card) {
    PledgeId id = start(investor, listing, usd(dollars), usd(tip));
    saveCard(id, investor.lang(), card);
    return id;
  }

  /** Places a pledge in the listing's currency and saves a card for it. */
  PledgeId pledge(Actor investor, ListingId listing, Money amount, Money tip, Card card) {
    PledgeId id = start(investor, listing, amount, tip);
    saveCard(id, investor.lang(), card.number);
    return id;
  }

  /** Gives a pledge that cannot be charged another card. */
  void repair(PledgeId id) {
    saveCard(id, Lang.EN, GOOD);
  }

  private void saveCard(PledgeId id, Lang lang, String card) {
    String token = queries.find(id).orElseThrow().payToken();
    String pay = PublicUrl.value() + "/" + lang.code() + "/pay/" + token;
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
