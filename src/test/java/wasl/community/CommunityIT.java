package wasl.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.Sector;
import wasl.listing.WithdrawListing;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Institutions;
import wasl.party.PartyId;
import wasl.party.PartyRefused;
import wasl.party.Role;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.shared.Texts;

/** What people say about a listing, against the real database. */
@ExtendWith(ArquillianExtension.class)
class CommunityIT {
  private static final Page.Wish FIRST = new Page.Wish(0, 50);

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private ListingQueries listings;
  @Inject private Institutions institutions;
  @Inject private PublishUpdate publishUpdate;
  @Inject private WithdrawUpdate withdrawUpdate;
  @Inject private ModerateUpdate moderateUpdate;
  @Inject private AskQuestion askQuestion;
  @Inject private AnswerQuestion answerQuestion;
  @Inject private ModerateQuestion moderateQuestion;
  @Inject private FollowListing followListing;
  @Inject private FollowFilter followFilter;
  @Inject private Unfollow unfollow;
  @Inject private SwitchFollowMails switchFollowMails;
  @Inject private FileReport fileReport;
  @Inject private AnswerReport answerReport;
  @Inject private WithdrawListing withdrawListing;
  @Inject private Sql sql;
  @Inject private Voices voices;
  @Inject private Questions questions;
  @Inject private Follows follows;
  @Inject private Reports reports;
  @Resource private ManagedExecutorService threads;

  private ListingId listing;
  private ListingFacts facts;
  private Actor owner;

  @BeforeEach
  void aLiveListing() {
    listing = campaigns.live(1_000);
    facts = listings.facts(listing);
    owner = new Actor(facts.owner(), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);
  }

  @Test
  void anUpdateForInvestorsIsReadByNobodyElseAlsoByItsAddress() {
    Actor investor = campaigns.investor();
    gateway.pledged(investor, listing, 50, 0, GatewayFixtures.GOOD);
    Actor stranger = campaigns.investor();
    gateway.started(stranger, listing, 50, 0);
    long secret = update(Audience.INVESTORS, "The oven is here");
    long open = update(Audience.ALL, "We begin");

    for (Actor reader : List.of(owner, investor)) {
      assertThat(voices.update(reader, facts, secret).title()).isEqualTo("The oven is here");
      assertThat(voices.of(reader, facts).updates())
          .extracting(ListingUpdate::title)
          .containsExactly("We begin", "The oven is here");
    }
    for (Actor reader : List.of(stranger, Actor.visitor(Lang.AR))) {
      assertThat(refusal(() -> voices.update(reader, facts, secret)))
          .isEqualTo(
              reader.signedIn()
                  ? new CommunityRefused.NotFound()
                  : new AccessRefused.SignInNeeded());
      assertThat(voices.update(reader, facts, open).title()).isEqualTo("We begin");
      assertThat(voices.of(reader, facts).updates())
          .extracting(ListingUpdate::title)
          .containsExactly("We begin", null);
      assertThat(voices.updates(reader, facts, FIRST).items())
          .allMatch(each -> each.audience() == Audience.ALL || each.text() == null);
      assertThat(refusal(() -> report(reader, ReportAbout.UPDATE, secret)))
          .isEqualTo(new CommunityRefused.NotFound());
    }
    Actor other = new Actor(PartyId.next(), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);
    assertThat(refusal(() -> withdrawUpdate.handle(new WithdrawUpdate.Command(other, open))))
        .isEqualTo(new ListingRefused.NotFound());
    withdrawUpdate.handle(new WithdrawUpdate.Command(owner, open));
    assertThat(refusal(() -> voices.update(stranger, facts, open)))
        .isEqualTo(new CommunityRefused.NotFound());
  }

  @Test
  void aFormThatIsSentAgainAndAgainAtOnceIsOneUpdate() throws Exception {
    String key = Ids.text(Ids.next());
    CyclicBarrier together = new CyclicBarrier(4);
    List<Future<Long>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.add(
          threads.submit(
              () -> {
                together.await();
                return publishUpdate.handle(
                    new PublishUpdate.Command(
                        owner, listing, key, Audience.ALL, "Twice", "The text"));
              }));
    }
    Set<Long> ids = new HashSet<>();
    for (Future<Long> each : sent) {
      ids.add(each.get());
    }
    assertThat(ids).hasSize(1);
    assertThat(voices.updates(owner, facts, FIRST).total()).isEqualTo(1);
  }

  @Test
  void messagesCarryNoLinks() {
    assertThat(
            refusal(
                () ->
                    publishUpdate.handle(
                        new PublishUpdate.Command(
                            owner, listing, key(), Audience.ALL, "News", "see evil.com"))))
        .isEqualTo(new CommunityRefused.LinkInText());
    assertThat(refusal(() -> ask(campaigns.investor(), "Is this yours: www.evil.example ?")))
        .isEqualTo(new CommunityRefused.LinkInText());
  }

  @Test
  void aQuestionAppearsOnceAnsweredOrPassedAndNotOnceHidden() {
    Actor asker = campaigns.investor();
    long answered = ask(asker, "How many looms do you have now?");
    long passed = ask(asker, "Why does the wool cost so much?");
    long hidden = ask(asker, "What an insult this question is!");
    assertThat(voices.of(Actor.visitor(Lang.EN), facts).total()).isZero();
    assertThat(questions.unseen(listing, asker.party())).hasSize(3);
    assertThat(questions.unseen(listing, owner.party())).isEmpty();

    answer(answered, "Two, and a third one soon.");
    answer(answered, "Two, and a third one soon.");
    assertThat(refusal(() -> answer(answered, "Three.")))
        .isEqualTo(new CommunityRefused.AnsweredAlready());
    Actor reviewer = campaigns.reviewer();
    moderateQuestion.handle(new ModerateQuestion.Command(reviewer, passed, false, null));
    assertThat(
            refusal(
                () ->
                    moderateQuestion.handle(
                        new ModerateQuestion.Command(reviewer, hidden, true, "no"))))
        .isInstanceOf(CommunityRefused.ReasonNeeded.class);
    moderateQuestion.handle(
        new ModerateQuestion.Command(reviewer, hidden, true, "It insults the owner."));

    assertThat(voices.of(Actor.visitor(Lang.EN), facts).questions())
        .extracting(Question::id)
        .containsExactly(passed, answered);
    assertThat(refusal(() -> answer(hidden, "Thank you.")))
        .isEqualTo(new CommunityRefused.ChangedMeanwhile());
    assertThat(refusal(() -> ask(owner, "A question of my own to myself")))
        .isEqualTo(new CommunityRefused.OwnListing());
  }

  @Test
  void onlyTheLeadInstitutionAndAdministratorsModerateAndNobodyWithAStake() {
    long update = update(Audience.ALL, "We begin");
    Actor elsewhere =
        new Actor(
            PartyId.next(),
            Set.of(Role.REVIEWER),
            institutions.byCode("KRG-MOP").orElseThrow().id(),
            Lang.EN,
            false);
    Actor auditor = new Actor(PartyId.next(), Set.of(Role.AUDITOR), null, Lang.EN, false);
    Actor investor = campaigns.investor();
    for (Actor actor : List.of(elsewhere, auditor, investor, owner)) {
      assertThat(refusal(() -> hide(actor, update))).isEqualTo(new AccessRefused.NotAllowed());
    }
    Actor admin = new Actor(PartyId.next(), Set.of(Role.ADMINISTRATOR), null, Lang.EN, false);
    hide(admin, update);
    assertThat(voices.of(Actor.visitor(Lang.EN), facts).updates()).isEmpty();

    Actor both = new Actor(owner.party(), Set.of(Role.ADMINISTRATOR), null, Lang.EN, false);
    assertThat(
            refusal(
                () -> moderateUpdate.handle(new ModerateUpdate.Command(both, update, false, null))))
        .isEqualTo(new CommunityRefused.HasInterest());
    assertThat(refusal(() -> reports.desk(investor, true, FIRST)))
        .isEqualTo(new AccessRefused.NotAllowed());
  }

  @Test
  void aReportReachesTheRightDeskAndIsAnsweredOnce() {
    Actor visitor = Actor.visitor(Lang.CKB);
    fileReport.handle(reported(visitor, ReportAbout.LISTING, 0, key()));
    AbuseReport report =
        reports.desk(campaigns.reviewer(), true, new Page.Wish(0, 100)).items().stream()
            .filter(each -> each.listing().equals(listing))
            .findFirst()
            .orElseThrow();
    Actor elsewhere =
        new Actor(
            PartyId.next(),
            Set.of(Role.REVIEWER),
            institutions.byCode("KRG-MOP").orElseThrow().id(),
            Lang.EN,
            false);
    assertThat(refusal(() -> reports.get(elsewhere, report.id())))
        .isEqualTo(new CommunityRefused.NotFound());
    Actor reviewer = campaigns.reviewer();
    AnswerReport.Command answer =
        new AnswerReport.Command(
            reviewer, report.id(), ReportAction.UPHOLD, "Thank you, we look into it.");
    answerReport.handle(answer);
    answerReport.handle(answer);
    assertThat(reports.get(reviewer, report.id()).state()).isEqualTo(ReportState.UPHELD);
    assertThat(
            refusal(
                () ->
                    answerReport.handle(
                        new AnswerReport.Command(
                            campaigns.reviewer(),
                            report.id(),
                            ReportAction.DISMISS,
                            "There is nothing to it."))))
        .isEqualTo(new CommunityRefused.ChangedMeanwhile());
  }

  @Test
  void aReportSaysWhatItIsAbout() {
    FileReport.Command report = reported(Actor.visitor(Lang.AR), ReportAbout.LISTING, 0, key());
    FileReport.Command without =
        new FileReport.Command(
            report.by(), listing, report.key(), report.about(), 0, null, report.text(), null, null);
    assertThat(refusal(() -> fileReport.handle(without)))
        .isEqualTo(new CommunityRefused.CauseNeeded());
    assertThat(reports.sent(report.key())).isFalse();
  }

  @Test
  void anAccountAndAnAddressReportSoMuchOnly() {
    Actor visitor = Actor.visitor(Lang.EN);
    String address = "198.51.100." + Math.floorMod(Ids.next(), 250) + " " + listing;
    for (int i = 0; i < 20; i++) {
      fileReport.handle(reported(visitor, ReportAbout.LISTING, 0, key(), address));
    }
    assertThat(
            refusal(
                () -> fileReport.handle(reported(visitor, ReportAbout.LISTING, 0, key(), address))))
        .isInstanceOf(PartyRefused.TooManyAttempts.class);
  }

  @Test
  void aListingFitsTheFiltersThatNameIt() {
    Actor reader = campaigns.investor();
    Governorate here = facts.governorate();
    Governorate elsewhere = here == Governorate.HA ? Governorate.BA : Governorate.HA;
    Sector sector = facts.sector();
    follow(reader, new Follow.Filter(elsewhere, null, null, null));
    follow(reader, new Follow.Filter(here, sector, null, "a word that nobody wrote"));
    assertThat(mine(reader)).isEmpty();
    follow(reader, new Follow.Filter(here, sector, facts.model(), null));
    follow(reader, new Follow.Filter(here, null, null, facts.title(Lang.EN)));
    assertThat(mine(reader)).as("one letter for each person").hasSize(1);
    for (String nothing : List.of(" ", "😀", "\"*\"")) {
      assertThat(refusal(() -> follow(reader, new Follow.Filter(null, null, null, nothing))))
          .isEqualTo(new CommunityRefused.EmptyFilter());
    }
    Actor abroad = campaigns.investor();
    String place = Texts.in(Lang.AR).get("listing.governorate." + here);
    follow(abroad, new Follow.Filter(null, null, null, place));
    assertThat(mine(abroad)).as("by its place in another language, as the search").hasSize(1);
    assertThat(follows.of(reader.party())).hasSize(4);

    Follow first = follows.of(reader.party()).get(0);
    Actor other = campaigns.investor();
    assertThat(refusal(() -> unfollow.handle(new Unfollow.Command(other, first.id()))))
        .isEqualTo(new CommunityRefused.NotFound());
    assertThat(
            refusal(
                () ->
                    switchFollowMails.handle(
                        new SwitchFollowMails.Command(other, first.id(), false))))
        .isEqualTo(new CommunityRefused.NotFound());
    followListing.handle(new FollowListing.Command(reader, listing));
    followListing.handle(new FollowListing.Command(reader, listing));
    assertThat(follows.of(reader.party())).hasSize(5);
    Follow followed = follows.of(reader.party(), listing).orElseThrow();
    switchFollowMails.handle(new SwitchFollowMails.Command(reader, followed.id(), false));
    assertThat(follows.ofListing(listing)).isEmpty();
    unfollow.handle(new Unfollow.Command(reader, followed.id()));
    unfollow.handle(new Unfollow.Command(reader, followed.id()));
    assertThat(follows.of(reader.party(), listing)).isEmpty();
  }

  @Test
  void aFollowerIsToldThatTheOwnerHasWithdrawnTheProject() {
    Actor reader = campaigns.investor();
    followListing.handle(new FollowListing.Command(reader, listing));

    withdrawListing.handle(new WithdrawListing.Command(owner, listing));

    BooksFixtures.until(
        () -> told(reader).stream().anyMatch(text -> text.startsWith("The owner has withdrawn")));
  }

  private List<String> told(Actor reader) {
    return sql.list(
        "SELECT text_en FROM notice WHERE party_id = ? AND kind = 'FOLLOWED_STATE'",
        row -> row.getString(1),
        reader.party().value());
  }

  private List<Follow> mine(Actor reader) {
    return follows.fitting(facts).stream()
        .filter(each -> each.party().equals(reader.party()))
        .toList();
  }

  private void follow(Actor reader, Follow.Filter filter) {
    followFilter.handle(new FollowFilter.Command(reader, filter));
  }

  private long update(Audience audience, String title) {
    return publishUpdate.handle(
        new PublishUpdate.Command(owner, listing, key(), audience, title, "The text of it."));
  }

  private long ask(Actor asker, String text) {
    return askQuestion.handle(new AskQuestion.Command(asker, listing, key(), text, null));
  }

  private void answer(long question, String text) {
    answerQuestion.handle(new AnswerQuestion.Command(owner, question, text));
  }

  private void hide(Actor by, long update) {
    moderateUpdate.handle(new ModerateUpdate.Command(by, update, true, "It says what is not so."));
  }

  private void report(Actor by, ReportAbout about, long subject) {
    fileReport.handle(reported(by, about, subject, key()));
  }

  private FileReport.Command reported(Actor by, ReportAbout about, long subject, String key) {
    return reported(by, about, subject, key, null);
  }

  private FileReport.Command reported(
      Actor by, ReportAbout about, long subject, String key, String address) {
    return new FileReport.Command(
        by,
        listing,
        key,
        about,
        subject,
        ReportCause.FALSE,
        "The machine in the picture is not theirs.",
        null,
        address);
  }

  private static String key() {
    return Ids.text(Ids.next());
  }

  private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
    Refusal[] found = new Refusal[1];
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(Refused.class, refused -> found[0] = refused.refusal());
    return found[0];
  }
}
