package wasl.pledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Sql;

/** What investors consent to by the pages themselves. */
@ExtendWith(ArquillianExtension.class)
class ConsentPageIT {

  private static final String PASSWORD = "three rivers meet";

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private Sql sql;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Test
  void aReflectingPledgeGrowsAboveTheLimitWithConsentOnly() throws Exception {
    gateway.behave();
    Actor investor = campaigns.investor("SE", Lang.EN);
    ListingId listing = campaigns.live(1_000);
    sql.change("UPDATE listing SET model = 'PROFIT_SHARE' WHERE id = ?", listing.value());
    PledgeId pledge = gateway.pledged(investor, listing, 900, 0, GatewayFixtures.GOOD);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFLECTING);
    signIn(investor);

    String page = "/en/my/pledges/" + pledge;
    assertThat(send(get(page))).contains("f:consent");
    send(post(page, Map.of("f:amount", "1100", "f:tip", "", "f:change", "Save")));
    assertThat(amount(pledge)).isEqualTo(CampaignFixtures.usd(900));

    send(
        post(page, Map.of("f:amount", "1100", "f:tip", "", "f:consent", "on", "f:change", "Save")));
    assertThat(amount(pledge)).isEqualTo(CampaignFixtures.usd(1_100));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFLECTING);
  }

  /** The words that were read count, not those of the language that is set in the account. */
  @Test
  void theMandateIsKeptInTheWordsThatThePageHasShown() throws Exception {
    gateway.behave();
    Actor investor = campaigns.investor("US", Lang.AR);
    ListingId listing = campaigns.live(1_000);
    signIn(investor);
    String page = "/en/listings/" + listing + "/pledge";
    String form = send(get(page));
    String shown = Mandate.present(Lang.EN).hash();
    assertThat(form).contains(shown).contains("I let Wasl save my card");

    String refused = send(placing(page, "another"));
    assertThat(refused).contains("not the same any more").contains(shown);
    assertThat(kept(investor)).isEmpty();
    send(placing(page, shown));
    assertThat(kept(investor)).containsExactly("EN " + shown);
  }

  private static HttpRequest.Builder placing(String page, String shown) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("f:key", Ids.text(Ids.next()));
    fields.put("shown", shown);
    fields.put("f:amount", "50");
    fields.put("f:tip", "");
    fields.put("f:mandate", "on");
    fields.put("f:pledge", "Pledge");
    return post(page, fields);
  }

  private List<String> kept(Actor investor) {
    return sql.list(
        "SELECT CONCAT(mandate_lang, ' ', mandate_hash) FROM pledge WHERE investor = ?",
        row -> row.getString(1),
        investor.party().value());
  }

  private Money amount(PledgeId pledge) {
    return gateway.view(pledge).amount();
  }

  private void signIn(Actor investor) throws Exception {
    String hash =
        com.password4j.Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(
                com.password4j.Argon2Function.getInstance(
                    1_024, 1, 1, 32, com.password4j.types.Argon2.ID))
            .getResult();
    sql.change("UPDATE party SET password_hash = ? WHERE id = ?", hash, investor.party().value());
    send(
        post(
            "/en/sign-in",
            Map.of(
                "f:email",
                CampaignFixtures.email(investor),
                "f:password",
                PASSWORD,
                "f:send",
                "Sign in")));
  }

  private static HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(PublicUrl.value() + path));
  }

  private static HttpRequest.Builder post(String path, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("f", "f");
    all.put("jakarta.faces.ViewState", "stateless");
    String body =
        all.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return get(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
