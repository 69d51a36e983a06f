package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.FundingModel;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.PublishListing;
import wasl.party.Actor;
import wasl.party.Role;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.PaymentRefused;
import wasl.payment.Together;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.shared.Texts;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.VettingRefused;

/** Placing pledges over real HTTP into the real database, many at once, with the gateway down. */
@ExtendWith(ArquillianExtension.class)
class PledgesIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private ListingQueries listings;
  @Inject private Together together;
  @Inject private EnterPledge enter;
  @Inject private CancelPledge cancel;
  @Inject private PublishListing publish;
  @Inject private OpenCase open;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private final String key = Ids.text(Ids.next());
  private Actor investor;
  private ListingId listing;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    investor = campaigns.investor();
    listing = campaigns.live(1_000);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void isPlacedWhileTheGatewayIsDownAndResumedLater() {
    gateway.misbehave("{\"path\":\"\",\"kind\":\"drop_before\",\"times\":1000}");
    HttpResponse<String> placed = place(campaigns.bearer(investor), key, "50.00");
    assertThat(placed.statusCode()).isEqualTo(201);
    JsonObject pledge = json(placed);
    assertThat(pledge.getString("state")).isEqualTo("STARTED");

    HttpResponse<String> page =
        gateway.send(HttpRequest.newBuilder(URI.create(pledge.getString("checkoutUrl"))).build());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(Texts.in(Lang.EN).get("payment.pay.kept"));
    PledgeId id = PledgeId.parse(pledge.getString("id")).orElseThrow();
    assertThat(gateway.state(id)).isEqualTo(PledgeState.STARTED);

    gateway.behave();
    gateway.saveCard(id, GatewayFixtures.GOOD);
    assertThat(gateway.state(id)).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void goesToTheGatewayInAnotherLanguageAfterItsAnswerWasLost() {
    PledgeId id = gateway.started(investor, listing, 50, 0);
    gateway.misbehave("{\"path\":\"checkout/sessions\",\"kind\":\"drop_after\",\"times\":2}");
    assertThatThrownBy(() -> gateway.gatewayPage(id, Lang.AR))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PaymentRefused.GatewayDown()));
    gateway.behave();
    gateway.saveCard(id, GatewayFixtures.GOOD);
    assertThat(gateway.state(id)).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void nobodyPledgesToTheirOwnListing() {
    Actor owner =
        new Actor(
            listings.facts(listing).owner(),
            Set.of(Role.ENTREPRENEUR, Role.INVESTOR),
            null,
            Lang.EN,
            false);
    assertThatThrownBy(() -> gateway.started(owner, listing, 50, 0))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PledgeRefused.OwnListing()));
    assertThat(pledges()).isZero();
  }

  @Test
  void whoeverPledgedToAListingReviewsItNot() {
    Actor reviewer = campaigns.reviewer();
    Actor both =
        new Actor(
            reviewer.party(),
            Set.of(Role.REVIEWER, Role.INVESTOR),
            reviewer.institution(),
            Lang.EN,
            false);
    PledgeId pledge = gateway.pledged(both, listing, 50, 0, GatewayFixtures.GOOD);
    OpenCase.Command declare =
        new OpenCase.Command(reviewer, campaigns.file(listing), Interest.NONE, null);
    assertThatThrownBy(() -> open.handle(declare))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new VettingRefused.HasInterest()));

    cancel.handle(new CancelPledge.Command(both, pledge));
    open.handle(declare);
  }

  @Test
  void standsOnTheListingsPageAtOnceThoughPartsOfThePageAreKept() {
    // as a sum: the page's addresses have digits of their own
    Pattern pledged = Pattern.compile("[>\\u00a0]137[<\\u00a0]");
    assertThat(listingPage("en")).isEqualTo(listingPage("en")).doesNotContainPattern(pledged);
    assertThat(listingPage("ar")).doesNotContainPattern(pledged).contains("dir=\"rtl\"");
    gateway.pledged(investor, listing, 137, 0, GatewayFixtures.GOOD);
    assertThat(listingPage("en")).containsPattern(pledged);
    assertThat(listingPage("ar")).containsPattern(pledged).isEqualTo(listingPage("ar"));
  }

  private String listingPage(String lang) {
    URI address = URI.create(PublicUrl.value() + "/" + lang + "/listings/" + listing);
    HttpResponse<String> page = gateway.send(HttpRequest.newBuilder(address).build());
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  @Test
  void theFeeIsTheOneThatTheBudgetWasVettedWith() {
    Actor owner = campaigns.owner();
    ListingId approved = campaigns.approved(owner, FundingModel.GRANT, 1_000);
    sql.change(
        "INSERT INTO listing_fee (model, since, basis_points) VALUES (?, ?, 900)",
        FundingModel.GRANT,
        clock.instant());
    try {
      publish.handle(new PublishListing.Command(owner, approved, null));
    } finally {
      sql.change("DELETE FROM listing_fee WHERE basis_points = 900");
    }
    assertThat(listings.facts(approved).feeBasisPoints()).isEqualTo(300);
  }

  @Test
  void sameKeyAtOnceIsOnePledge() throws Exception {
    String bearer = campaigns.bearer(investor);
    List<HttpResponse<String>> answers = together.times(8, () -> place(bearer, key, "50.00"));

    assertThat(answers.stream().map(HttpResponse::statusCode).filter(it -> it == 201)).hasSize(1);
    assertThat(answers.stream().map(HttpResponse::statusCode).filter(it -> it == 200)).hasSize(7);
    assertThat(answers.stream().map(it -> json(it).getString("id")).distinct()).hasSize(1);
    assertThat(pledges()).isEqualTo(1);

    HttpResponse<String> other = place(bearer, key, "51.00");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).getString("code")).isEqualTo("idempotency-key-reused");
    assertThat(pledges()).isEqualTo(1);
  }

  @Test
  void sameKeyAtOnceIsRefusedToEverybodyByTheSameRule() throws Exception {
    String bearer = campaigns.bearer(investor);
    List<HttpResponse<String>> answers = together.times(8, () -> place(bearer, key, "4.00"));

    assertThat(answers.stream().map(it -> json(it).getString("code")))
        .containsOnly("below-minimum");
    assertThat(pledges()).isZero();
    // a refused key is free again
    assertThat(place(bearer, key, "5.00").statusCode()).isEqualTo(201);
  }

  @Test
  void sameKeyOfAnotherInvestorIsAnotherPledge() {
    String first = json(place(campaigns.bearer(investor), key, "50.00")).getString("id");
    HttpResponse<String> other = place(campaigns.bearer(campaigns.investor()), key, "50.00");
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(json(other).getString("id")).isNotEqualTo(first);
  }

  @Test
  void capHoldsHoweverManyPledgeAtOnce() throws Exception {
    // the cap is 1 500.00: twice eight want 130.00 each, of which eleven fit
    List<Callable<HttpResponse<String>>> works = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String bearer = campaigns.bearer(campaigns.investor());
      works.add(() -> place(bearer, Ids.text(Ids.next()), "130.00"));
    }
    List<HttpResponse<String>> answers = together.all(works);

    assertThat(held()).isLessThanOrEqualTo(150_000);
    assertCapAnswers(answers);
    // what fits is still taken
    long rest = (150_000 - held()) / 100;
    if (rest >= 5) {
      assertThat(place(campaigns.bearer(investor), key, rest + ".00").statusCode()).isEqualTo(201);
    }
    assertThat(json(place(campaigns.bearer(investor), key + "x", "5.00")).getString("code"))
        .isEqualTo("cap-reached");
  }

  @Test
  void capHoldsInItsLastFivePercent() throws Exception {
    gateway.started(campaigns.investor(), listing, 1_450, 0);
    List<Callable<HttpResponse<String>>> works = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String bearer = campaigns.bearer(campaigns.investor());
      works.add(() -> place(bearer, Ids.text(Ids.next()), "10.00"));
    }
    List<HttpResponse<String>> answers = together.all(works);

    assertThat(held()).isEqualTo(150_000);
    assertThat(answers.stream().filter(it -> it.statusCode() == 201)).hasSize(5);
    assertCapAnswers(answers);
  }

  @Test
  void capHoldsThoughTheApplicationDiedBeforeItTookOneBack() {
    // what two at once write when the application dies right after
    PledgeId first = entered(900);
    PledgeId second = entered(900);
    assertThat(held()).isEqualTo(180_000);

    gateway.saveCard(second, GatewayFixtures.GOOD);
    gateway.saveCard(first, GatewayFixtures.GOOD);
    assertThat(gateway.state(second)).isEqualTo(PledgeState.EXPIRED);
    assertThat(gateway.state(first)).isEqualTo(PledgeState.FIRM);
    assertThat(held()).isEqualTo(90_000);
  }

  private PledgeId entered(long dollars) {
    PlacePledge.Command wish =
        new PlacePledge.Command(
            investor,
            listing,
            CampaignFixtures.usd(dollars),
            CampaignFixtures.usd(0),
            false,
            true,
            true,
            Ids.text(Ids.next()));
    return enter
        .handle(
            new EnterPledge.Command(investor, wish, listings.current(listing), 0, clock.instant()))
        .pledge();
  }

  private void assertCapAnswers(List<HttpResponse<String>> answers) {
    long taken = answers.stream().filter(it -> it.statusCode() == 201).count();
    assertThat(answers.stream().filter(it -> it.statusCode() != 201))
        .allSatisfy(
            it -> {
              assertThat(it.statusCode()).isEqualTo(422);
              assertThat(json(it).getString("code")).isEqualTo("cap-reached");
            });
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM pledge WHERE listing = ? AND state = 'STARTED'",
                listing.value()))
        .isGreaterThanOrEqualTo(taken);
  }

  private long held() {
    return sql.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM pledge WHERE listing = ?"
            + " AND state IN ('STARTED', 'REFLECTING', 'FIRM')",
        listing.value());
  }

  private long pledges() {
    return sql.number("SELECT COUNT(*) FROM pledge WHERE listing = ?", listing.value());
  }

  private HttpResponse<String> place(String bearer, String requestKey, String amount) {
    String body = "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}";
    return gateway.send(
        HttpRequest.newBuilder(
                URI.create(PublicUrl.value() + "/api/v1/listings/" + listing + "/pledges"))
            .header("Authorization", "Bearer " + bearer)
            .header("Idempotency-Key", requestKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
