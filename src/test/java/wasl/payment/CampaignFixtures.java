package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wasl.listing.FundingModel;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.PublishListing;
import wasl.listing.SaveSection;
import wasl.listing.StartListing;
import wasl.listing.SubmitListing;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.sandbox.clock.SandboxClock;
import wasl.sandbox.clock.StepClock;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Secrets;
import wasl.shared.Sql;
import wasl.vetting.CaseId;
import wasl.vetting.Cases;
import wasl.vetting.Checklists;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.Outcome;
import wasl.vetting.ProposalId;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ResumeListing;
import wasl.vetting.SaveReview;
import wasl.vetting.SuspendListing;

/** Campaigns and people, made through the use cases, and the way to a campaign's next dates. */
@ApplicationScoped
public class CampaignFixtures {

  private static final String REASONS =
      "The papers are whole, the prices are those of the market, the milestones can be proven.";

  @Inject private StartListing start;
  @Inject private SaveSection save;
  @Inject private SubmitListing submit;
  @Inject private PublishListing publish;
  @Inject private OpenCase open;
  @Inject private SaveReview review;
  @Inject private ProposeDecision propose;
  @Inject private ConfirmDecision confirm;
  @Inject private SuspendListing suspend;
  @Inject private ResumeListing resume;
  @Inject private Cases cases;
  @Inject private ListingQueries listings;
  @Inject private Institutions institutions;
  @Inject private CampaignPapers papers;
  @Inject private SandboxClock sandboxClock;
  @Inject private StepClock steps;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * A live grant of seven days in dollars with this goal; 70 % of it suffice, 150 % are its cap.
   */
  public ListingId live(long goalDollars) {
    return live(FundingModel.GRANT, goalDollars);
  }

  /** The same of any funding model. */
  public ListingId live(FundingModel model, long goalDollars) {
    Actor owner = owner();
    ListingId id = approved(owner, model, goalDollars);
    publish.handle(new PublishListing.Command(owner, id, null));
    return id;
  }

  /** Somebody who may list projects. */
  public Actor owner() {
    return new Actor(
        person(Role.ENTREPRENEUR, null), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);
  }

  /** The same, approved and not published. */
  public ListingId approved(Actor owner, FundingModel model, long goalDollars) {
    ListingId id = ListingId.next();
    start.handle(new StartListing.Command(owner, id, null));
    papers
        .of(model, usd(goalDollars))
        .forEach(part -> save.handle(new SaveSection.Command(owner, id, 0, part)));
    submit.handle(new SubmitListing.Command(owner, id, true));
    decide(id, Outcome.APPROVE);
    return id;
  }

  /** Two reviewers decide about a listing. */
  public void decide(ListingId listing, Outcome outcome) {
    Actor first = withoutInterest(listing);
    Actor second = withoutInterest(listing);
    CaseId file = file(listing);
    if (outcome == Outcome.APPROVE) {
      fill(first, file, listing);
    }
    ProposalId proposal =
        propose.handle(new ProposeDecision.Command(first, file, outcome, REASONS, null, List.of()));
    confirm.handle(new ConfirmDecision.Command(second, file, proposal));
  }

  /** A listing is suspended, and then stopped by two. */
  public void stop(ListingId listing) {
    suspend(listing);
    decide(listing, Outcome.STOP);
  }

  /** A reviewer suspends a listing. */
  public void suspend(ListingId listing) {
    Actor reviewer = withoutInterest(listing);
    suspend.handle(new SuspendListing.Command(reviewer, file(listing), REASONS));
  }

  /** A reviewer lets a suspended listing go on. */
  public void resume(ListingId listing) {
    Actor reviewer = withoutInterest(listing);
    resume.handle(new ResumeListing.Command(reviewer, file(listing)));
  }

  /** A reviewer of the lead institution who has declared nothing yet. */
  public Actor reviewer() {
    return reviewer(institutions.byCode("IQ-MOMD").orElseThrow().id());
  }

  private Actor withoutInterest(ListingId listing) {
    Actor reviewer = reviewer();
    open.handle(new OpenCase.Command(reviewer, file(listing), Interest.NONE, null));
    return reviewer;
  }

  /** The case of a listing. */
  public CaseId file(ListingId listing) {
    return cases.newestOf(listing).orElseThrow();
  }

  private void fill(Actor reviewer, CaseId file, ListingId listing) {
    Map<Long, Checklists.Given> answers = new HashMap<>();
    sql.list(
            "SELECT i.id FROM vetting_checklist_item i JOIN vetting_checklist c"
                + " ON c.id = i.checklist_id WHERE c.model = ?",
            row -> row.getLong(1),
            listings.facts(listing).model())
        .forEach(item -> answers.put(item, Checklists.Given.of(Checklists.Answer.YES, null)));
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      scores.put(criterion, 4);
    }
    review.handle(new SaveReview.Command(reviewer, file, answers, scores, null));
  }

  /** An investor in the United States, where no days of reflection are asked for. */
  public Actor investor() {
    return investor("US", Lang.EN);
  }

  /** An investor who lives in a country and reads a language. */
  public Actor investor(String country, Lang lang) {
    PartyId id = person(Role.INVESTOR, null);
    sql.change("UPDATE party SET country = ?, lang = ? WHERE id = ?", country, lang, id.value());
    return new Actor(id, Set.of(Role.INVESTOR), null, lang, false);
  }

  /** A token with which a program acts for somebody. */
  public String bearer(Actor actor) {
    String secret = Secrets.token();
    sql.change(
        "INSERT INTO party_token (secret_hash, party, stamp, expires_at)"
            + " VALUES (?, ?, 0, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)",
        Secrets.sha256(secret),
        actor.party().value());
    return secret;
  }

  /** The address of somebody's mails. */
  public static String email(Actor actor) {
    return Ids.text(actor.party().value()).toLowerCase(Locale.ROOT) + "@example.org";
  }

  private Actor reviewer(InstitutionId institution) {
    return new Actor(
        person(Role.REVIEWER, institution), Set.of(Role.REVIEWER), institution, Lang.EN, false);
  }

  private PartyId person(Role role, InstitutionId institution) {
    PartyId id = PartyId.next();
    // Far from the numbers that invitations give, and another one for each of many made at once.
    Long officer = institution == null ? null : 200_000 + Math.floorMod(id.value(), 1_000_000_007L);
    sql.change(
        "INSERT INTO party (id, email, name, country, lang, address_form, roles, institution,"
            + " officer, password_hash, stamp, created_at, confirmed_at, version)"
            + " VALUES (?, ?, 'Shahad Kareem', 'IQ', 'EN', 'NEUTRAL', ?, ?, ?, '-', 0, ?, ?, 0)",
        id.value(),
        Ids.text(id.value()).toLowerCase(Locale.ROOT) + "@example.org",
        role,
        institution == null ? null : institution.value(),
        officer,
        clock.instant(),
        clock.instant());
    return id;
  }

  /** Moves the clock to just after a listing's deadline and waits until all that is due is done. */
  public void passDeadline(ListingId listing) {
    passInstant(listings.facts(listing).deadline());
  }

  /** Moves the clock to just after the end of a listing's collection window. */
  public void passWindow(ListingId listing) {
    passInstant(listings.facts(listing).collectingUntil());
  }

  /** Moves the clock at once to just after the end of a listing's collection window. */
  public void skipWindow(ListingId listing) {
    jump(listings.facts(listing).collectingUntil());
  }

  /** Moves the clock to just after an instant, from due instant to due instant. */
  public void passInstant(Instant instant) {
    pass(Duration.between(clock.instant(), instant).plusMillis(10));
  }

  /** Moves the clock on, from due instant to due instant, and waits until all is idle. */
  public void pass(Duration time) {
    steps.by(time.isNegative() ? Duration.ZERO : time, line -> {});
  }

  /** The same; what is due within so much time is found together. */
  public void pass(Duration time, Duration asleep) {
    steps.by(time, asleep, line -> {});
  }

  /** Moves the clock to just after an instant at once, as if the application had slept. */
  public void jump(Instant instant) {
    sandboxClock.moveTo(instant.plusMillis(10));
    pass(Duration.ZERO);
  }

  public ListingState state(ListingId listing) {
    return listings.facts(listing).state();
  }

  public static Money usd(long dollars) {
    return Money.minor(dollars * 100, Currency.USD);
  }
}
