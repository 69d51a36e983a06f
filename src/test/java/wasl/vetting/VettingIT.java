package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.AppealListing;
import wasl.listing.Business;
import wasl.listing.Conditions;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.ListingIncomplete;
import wasl.listing.ListingQueries;
import wasl.listing.ListingReaders;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.MarkConditionDone;
import wasl.listing.Rates;
import wasl.listing.ResubmitListing;
import wasl.listing.SaveSection;
import wasl.listing.Section;
import wasl.listing.Sector;
import wasl.listing.StartListing;
import wasl.listing.SubmitListing;
import wasl.listing.WithdrawListing;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.shared.Baghdad;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.Declarations.Interest;

/** Vetting against the real database, with people who act at the same time. */
@ExtendWith(ArquillianExtension.class)
class VettingIT {
  private static final String REASONS =
      "The papers are whole, the prices are those of the market, the milestones can be proven.";

  @Inject private StartListing startListing;
  @Inject private SaveSection saveSection;
  @Inject private SubmitListing submitListing;
  @Inject private ResubmitListing resubmitListing;
  @Inject private WithdrawListing withdrawListing;
  @Inject private MarkConditionDone markConditionDone;
  @Inject private ListingQueries listings;
  @Inject private AppealListing appealListing;
  @Inject private Rates rates;
  @Inject private Conditions conditions;
  @Inject private Institutions institutions;
  @Inject private OpenCase openCase;
  @Inject private SaveReview saveReview;
  @Inject private AskForChanges askForChanges;
  @Inject private ProposeDecision proposeDecision;
  @Inject private ConfirmDecision confirmDecision;
  @Inject private ReturnProposal returnProposal;
  @Inject private ConfirmCondition confirmCondition;
  @Inject private Cases cases;
  @Inject private CaseFiles files;
  @Inject private VettingQueries queries;
  @Inject private ListingReaders readers;
  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService threads;

  private Actor owner;
  private Actor first;
  private Actor second;
  private Actor third;
  private ListingId listing;
  private CaseId file;

  @BeforeEach
  void aSubmittedListing() {
    InstitutionId lead = institutions.byCode("IQ-MOMD").orElseThrow().id();
    owner = new Actor(aPerson(null), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);
    first = reviewer(lead);
    second = reviewer(lead);
    third = reviewer(lead);
    listing = ListingId.next();
    startListing.handle(new StartListing.Command(owner, listing, null));
    for (ListingContent.Part part : content()) {
      saveSection.handle(new SaveSection.Command(owner, listing, 0, part));
    }
    submitListing.handle(new SubmitListing.Command(owner, listing, true));
    file = cases.newestOf(listing).orElseThrow();
  }

  @Test
  void aSubmittedListingOpensACaseAtItsLead() {
    CaseRow row = queries.row(first, file, clock.instant());
    assertThat(row.state()).isEqualTo(CaseState.NEW);
    assertThat(row.lead().code()).isEqualTo("IQ-MOMD");
    assertThat(row.daysLeft()).isEqualTo(15);
    assertThat(queries.counts(first, clock.instant()).get(VettingQueries.QueueFilter.NEW))
        .isPositive();
  }

  @Test
  void theFileOpensAfterTheDeclarationOnly() {
    assertThat(files.of(first, file, clock.instant()).open()).isFalse();
    assertThat(refusal(() -> review(first))).isEqualTo(new VettingRefused.DeclareFirst());
    open(first);
    assertThat(files.of(first, file, clock.instant()).open()).isTrue();
    assertThat(state()).isEqualTo(ListingState.IN_REVIEW);
  }

  @Test
  void onlyItsOwnerAndThoseWhoVetItReadWhatWasNeverPublished() {
    InstitutionId lead = first.institution();
    Actor stranger = reviewer(institutions.byCode("KRG-MOP").orElseThrow().id());
    Actor auditor = new Actor(aPerson(null), Set.of(Role.AUDITOR), null, Lang.EN, false);
    Actor both =
        new Actor(
            reviewer(lead).party(), Set.of(Role.REVIEWER, Role.AUDITOR), lead, Lang.EN, false);
    Actor himself = new Actor(owner.party(), Set.of(Role.REVIEWER), lead, Lang.EN, false);
    openCase.handle(new OpenCase.Command(third, file, Interest.RECUSED, "A cousin works there"));
    for (int round = 0; round < 2; round++) {
      assertThat(List.of(owner, auditor, himself)).allMatch(it -> readers.allow(it, listing));
      assertThat(List.of(Actor.visitor(Lang.AR), stranger, first, third, both))
          .noneMatch(it -> readers.allow(it, listing));
      assertThat(files.of(both, file, clock.instant()).open()).isFalse();
      assertThat(record(stranger)).isEqualTo(404);
      assertThat(record(owner)).isEqualTo(200);
      // and withdrawing it changes nothing
      if (round == 0) {
        withdrawListing.handle(new WithdrawListing.Command(owner, listing));
      }
    }
  }

  @Test
  void whoeverIsReviewerAndAuditorReadsAfterTheDeclaration() {
    Actor both =
        new Actor(
            first.party(),
            Set.of(Role.REVIEWER, Role.AUDITOR),
            first.institution(),
            Lang.EN,
            false);
    assertThat(files.of(both, file, clock.instant()).open()).isFalse();
    open(both);
    assertThat(files.of(both, file, clock.instant()).open()).isTrue();
    assertThat(readers.allow(both, listing)).isTrue();
  }

  /** The status with which a program of this person is answered that asks for the record. */
  private int record(Actor who) {
    String address = PublicUrl.value() + "/api/v1/listings/" + listing + "/vetting";
    return gateway
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + campaigns.bearer(who))
                .build())
        .statusCode();
  }

  @Test
  void whoStepsBackStaysAway() {
    openCase.handle(new OpenCase.Command(first, file, Interest.RECUSED, "A cousin works there"));
    assertThat(refusal(() -> open(first))).isEqualTo(new VettingRefused.Recused());
    assertThat(refusal(() -> review(first))).isEqualTo(new VettingRefused.Recused());
    assertThat(state()).isEqualTo(ListingState.SUBMITTED);
  }

  @Test
  void nobodyReviewsTheirOwnListingNorAnotherInstitutionsCase() {
    Actor himself =
        new Actor(owner.party(), Set.of(Role.REVIEWER), first.institution(), Lang.EN, false);
    assertThat(refusal(() -> open(himself))).isEqualTo(new VettingRefused.HasInterest());
    Actor stranger = reviewer(institutions.byCode("KRG-MOP").orElseThrow().id());
    assertThat(refusal(() -> open(stranger))).isEqualTo(new AccessRefused.NotAllowed());
    assertThat(refusal(() -> open(owner))).isEqualTo(new AccessRefused.NotAllowed());
  }

  @Test
  void approvalNeedsTheFilledChecklistAndTwoPeople() {
    open(first);
    assertThat(refusals(() -> propose(first, Outcome.APPROVE)))
        .containsExactly(
            new VettingRefused.ChecklistIncomplete(12), new VettingRefused.ScoresMissing(4));
    review(first);
    ProposalId proposal = propose(first, Outcome.APPROVE);
    assertThat(state()).isEqualTo(ListingState.IN_REVIEW);
    assertThat(refusal(() -> confirm(first, proposal))).isEqualTo(new VettingRefused.FourEyes());
    open(second);
    confirm(second, proposal);
    assertThat(state()).isEqualTo(ListingState.APPROVED);
    assertThat(conditions.of(listing)).hasSize(1);

    VettingRecordView record = queries.record(listing).orElseThrow();
    assertThat(record.decision().outcome()).isEqualTo(Outcome.APPROVE);
    assertThat(record.decision().proposedBy()).matches("IQ-MOMD-\\d{4,}");
    assertThat(record.decision().confirmedBy()).isNotEqualTo(record.decision().proposedBy());
    assertThat(record.opinions().get(0).opinion())
        .isEqualTo(VettingRecordView.Opinion.SUPPORT_WITH_CONDITIONS);
    assertThat(record.opinions().get(0).summary()).isEqualTo(REASONS);
    assertThat(record.timeline())
        .extracting(VettingRecordView.MomentView::kind)
        .containsExactly(
            CaseSteps.StepKind.SUBMITTED, CaseSteps.StepKind.OPENED, CaseSteps.StepKind.APPROVED);
  }

  @Test
  void eachAnswerOfTheChecklistIsKept() {
    open(first);
    Map<Long, Checklists.Given> answers = new LinkedHashMap<>();
    for (CaseFile.ItemView item : files.of(first, file, clock.instant()).items()) {
      Answer next = Answer.values()[answers.size() % Answer.values().length];
      answers.put(item.item().id(), Checklists.Given.of(next, null));
    }
    saveReview.handle(new SaveReview.Command(first, file, answers, Map.of(), null));
    assertThat(files.of(first, file, clock.instant()).items())
        .allSatisfy(
            item ->
                assertThat(item.given().answer()).isEqualTo(answers.get(item.item().id()).answer()))
        .extracting(item -> item.given().answer())
        .contains(Answer.values());
  }

  @Test
  void theDatabaseItselfRefusesADecisionByOnePerson() {
    ProposalId proposal = aProposal(Outcome.APPROVE);
    assertThatThrownBy(
            () ->
                sql.change(
                    "UPDATE vetting_proposal SET confirmed_by = proposed_by, confirmed_at = ?"
                        + " WHERE id = ?",
                    clock.instant(),
                    proposal.value()))
        .hasMessageContaining("vetting_proposal_four_eyes");
    assertThatThrownBy(() -> decide(proposal, first, first))
        .hasMessageContaining("vetting_decision_four_eyes");
    // nor by somebody in whose name nothing was proposed
    assertThatThrownBy(() -> decide(proposal, third, second))
        .hasMessageContaining("vetting_decision_proposal");
    confirm(second, proposal);
    // nor a second time in the same round
    assertThatThrownBy(() -> decide(proposal, first, third)).hasMessageContaining("Duplicate");
  }

  @Test
  void ofTwoWhoConfirmAtOnceOneIsToldKindly() throws Exception {
    ProposalId proposal = aProposal(Outcome.APPROVE);
    open(third);
    List<Refusal> refused = atOnce(() -> confirm(second, proposal), () -> confirm(third, proposal));
    assertThat(refused).containsExactly(new VettingRefused.CaseChanged(CaseState.DECIDED));
    assertThat(state()).isEqualTo(ListingState.APPROVED);
  }

  @Test
  void ofTwoWhoProposeAtOnceOneIsToldAndKeepsTheText() throws Exception {
    open(first);
    open(second);
    review(first);
    List<Refusal> refused =
        atOnce(() -> propose(first, Outcome.APPROVE), () -> propose(second, Outcome.REJECT));
    assertThat(refused).containsExactly(new VettingRefused.CaseChanged(CaseState.PROPOSED));
    Sheets.Sheet sheet =
        new Sheets.Sheet(Outcome.REJECT, "What I think of it", null, List.of(), null);
    saveReview.handle(new SaveReview.Command(second, file, Map.of(), Map.of(), sheet));
    assertThat(files.of(second, file, clock.instant()).sheet().summary())
        .isEqualTo("What I think of it");
  }

  @Test
  void withdrawingWhileAReviewerDecidesLeavesOneTruth() throws Exception {
    ProposalId proposal = aProposal(Outcome.REJECT);
    List<Refusal> refused =
        atOnce(
            () -> confirm(second, proposal),
            () -> withdrawListing.handle(new WithdrawListing.Command(owner, listing)));
    assertThat(refused)
        .containsAnyOf(
            new ListingRefused.StateChanged(ListingState.WITHDRAWN),
            new ListingRefused.StateChanged(ListingState.REJECTED))
        .hasSize(1);
    assertThat(state()).isIn(ListingState.WITHDRAWN, ListingState.REJECTED);
  }

  @Test
  void confirmsOnlyWhatWasRead() {
    ProposalId read = aProposal(Outcome.APPROVE);
    returnProposal.handle(
        new ReturnProposal.Command(second, file, read, "Please look at the prices again."));
    assertThat(refusal(() -> confirm(second, read)))
        .isEqualTo(new VettingRefused.CaseChanged(CaseState.IN_REVIEW));
    propose(first, Outcome.APPROVE);
    assertThat(refusal(() -> confirm(second, read)))
        .isEqualTo(new VettingRefused.ProposalChanged());
  }

  @Test
  void onlyChangedSectionsAreAskedAgain() {
    open(first);
    review(first);
    askForChanges.handle(
        new AskForChanges.Command(
            first,
            file,
            Map.of(Section.RISKS, "Please name the frost.", Section.MONEY, "Two quotes, please.")));
    assertThat(state()).isEqualTo(ListingState.CHANGES_REQUESTED);
    assertThat(queries.row(first, file, clock.instant()).dueAt()).isNull();

    saveSection.handle(new SaveSection.Command(owner, listing, 1, risks("Frost in March")));
    resubmitListing.handle(new ResubmitListing.Command(owner, listing));
    CaseFile again = files.of(first, file, clock.instant());
    assertThat(again.changed()).containsExactly(Section.RISKS);
    assertThat(again.items())
        .filteredOn(item -> item.given().answer() == null)
        .extracting(item -> item.item().section())
        .containsOnly(Section.RISKS);
    assertThat(again.requests()).allMatch(request -> request.answeredAt() != null);
  }

  @Test
  void whatCameToLackSomethingMeanwhileCanBeMendedTooAndIsLookedAtAgain() {
    open(first);
    askForChanges.handle(
        new AskForChanges.Command(first, file, Map.of(Section.RISKS, "Please name the frost.")));
    saveSection.handle(new SaveSection.Command(owner, listing, 1, risks("Frost in March")));
    SaveSection.Command later = new SaveSection.Command(owner, listing, 1, milestone(300));
    assertThat(refusal(() -> saveSection.handle(later)))
        .isEqualTo(new ListingRefused.SectionClosed(Section.MILESTONES));

    sql.change(
        "UPDATE listing_milestone SET due_on = ? WHERE listing_id = ?",
        Baghdad.day(clock.instant()),
        listing.value());
    assertThat(refusal(() -> resubmitListing.handle(new ResubmitListing.Command(owner, listing))))
        .isEqualTo(new ListingIncomplete.MilestonePast(1));
    saveSection.handle(later);
    // it stays open, though it is whole again
    saveSection.handle(new SaveSection.Command(owner, listing, 2, milestone(310)));
    resubmitListing.handle(new ResubmitListing.Command(owner, listing));

    assertThat(files.of(first, file, clock.instant()).changed())
        .containsExactlyInAnyOrder(Section.MILESTONES, Section.RISKS);
  }

  @Test
  void anAppealIsDecidedByOthers() {
    ProposalId proposal = aProposal(Outcome.REJECT);
    confirm(second, proposal);
    appealListing.handle(new AppealListing.Command(owner, listing));
    assertThat(refusal(() -> propose(first, Outcome.APPROVE)))
        .isEqualTo(new VettingRefused.DecidedBefore());
    Actor fourth = reviewer(first.institution());
    open(third);
    open(fourth);
    ProposalId again = propose(third, Outcome.APPROVE);
    assertThat(refusal(() -> confirm(second, again))).isEqualTo(new VettingRefused.DecidedBefore());
    confirm(fourth, again);
    assertThat(state()).isEqualTo(ListingState.APPROVED);
  }

  @Test
  void theLeadConfirmsThatAConditionIsMet() {
    confirm(second, aProposal(Outcome.APPROVE));
    long condition = conditions.of(listing).get(0).id();
    assertThat(refusal(() -> met(condition))).isEqualTo(new ListingRefused.ConditionNotDone());
    markConditionDone.handle(
        new MarkConditionDone.Command(owner, listing, condition, "The contract is signed."));
    met(condition);
    assertThat(queries.record(listing).orElseThrow().conditions().get(0).confirmedAt()).isNotNull();
  }

  private void met(long condition) {
    confirmCondition.handle(new ConfirmCondition.Command(second, file, condition));
  }

  private ProposalId aProposal(Outcome outcome) {
    open(first);
    open(second);
    review(first);
    return propose(first, outcome);
  }

  private void open(Actor by) {
    openCase.handle(new OpenCase.Command(by, file, Interest.NONE, null));
  }

  private void review(Actor by) {
    Map<Long, Checklists.Given> answers = new LinkedHashMap<>();
    for (CaseFile.ItemView item : files.of(by, file, clock.instant()).items()) {
      answers.put(item.item().id(), Checklists.Given.of(Answer.YES, null));
    }
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      scores.put(criterion, 4);
    }
    saveReview.handle(new SaveReview.Command(by, file, answers, scores, null));
  }

  private ProposalId propose(Actor by, Outcome outcome) {
    return proposeDecision.handle(
        new ProposeDecision.Command(
            by,
            file,
            outcome,
            REASONS,
            null,
            List.of(new ConditionText("A signed contract for the premises", true))));
  }

  private void confirm(Actor by, ProposalId proposal) {
    confirmDecision.handle(new ConfirmDecision.Command(by, file, proposal));
  }

  private void decide(ProposalId proposal, Actor by, Actor and) {
    sql.change(
        "INSERT INTO vetting_decision"
            + " (case_id, round, proposal_id, proposed_by, confirmed_by, decided_at)"
            + " VALUES (?, 1, ?, ?, ?, ?)",
        file.value(),
        proposal.value(),
        by.party().value(),
        and.party().value(),
        clock.instant());
  }

  private ListingState state() {
    return listings.facts(listing).state();
  }

  private List<Refusal> atOnce(Runnable one, Runnable other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Refusal>> both = new ArrayList<>();
    for (Runnable work : List.of(one, other)) {
      both.add(
          threads.submit(
              () -> {
                start.await();
                try {
                  work.run();
                  return null;
                } catch (Refused refused) {
                  return refused.refusal();
                }
              }));
    }
    List<Refusal> refusals = new ArrayList<>();
    for (Future<Refusal> each : both) {
      if (each.get() != null) {
        refusals.add(each.get());
      }
    }
    return refusals;
  }

  private static List<Refusal> refusals(Runnable work) {
    try {
      work.run();
    } catch (Refused refused) {
      return refused.refusals();
    }
    throw new AssertionError("nothing was refused");
  }

  private static Refusal refusal(Runnable work) {
    return refusals(work).get(0);
  }

  private Actor reviewer(InstitutionId institution) {
    return new Actor(aPerson(institution), Set.of(Role.REVIEWER), institution, Lang.EN, false);
  }

  private PartyId aPerson(InstitutionId institution) {
    PartyId id = PartyId.next();
    Long number = null;
    if (institution != null) {
      // Far from the numbers that invitations give, since other tests invite in this database.
      number =
          1
              + sql.number(
                  "SELECT GREATEST(COALESCE(MAX(officer), 0), 100000) FROM party"
                      + " WHERE institution = ?",
                  institution.value());
    }
    sql.change(
        "INSERT INTO party (id, email, name, country, lang, address_form, roles, institution,"
            + " officer, password_hash, stamp, created_at, confirmed_at, version)"
            + " VALUES (?, ?, 'Zainab Kareem', 'IQ', 'EN', 'NEUTRAL', ?, ?, ?, '-', 0, ?, ?, 0)",
        id.value(),
        Ids.text(id.value()).toLowerCase(Locale.ROOT) + "@example.org",
        institution == null ? "ENTREPRENEUR" : "REVIEWER",
        institution == null ? null : institution.value(),
        number,
        clock.instant(),
        clock.instant());
    return id;
  }

  private List<ListingContent.Part> content() {
    Money goal = Money.minor(1_000_000, Currency.USD);
    Money lines = Money.minor(1_000_000 - fee(goal), Currency.USD);
    return List.of(
        new Business.Details(
            "Shatt Boats",
            Business.LegalForm.NOT_REGISTERED,
            null,
            Governorate.BA,
            "BA-01",
            Sector.C,
            2015,
            4,
            false,
            false,
            false),
        new ListingContent.Words(
            Lang.EN,
            Map.of(
                Lang.EN,
                new ListingContent.Text(
                    "A new boatyard shed",
                    "A roof and a saw for four boatbuilders in Basra.",
                    "We build wooden boats on the river, as our fathers did."))),
        new ListingContent.Plan(
            FundingModel.GRANT,
            Currency.USD,
            goal,
            Money.minor(700_000, Currency.USD),
            null,
            null,
            30,
            List.of(ListingContent.BudgetLine.typed("Shed and band saw", 1, lines, true))),
        milestone(200),
        risks("The river is high"),
        ListingContent.Terms.NONE);
  }

  private ListingContent.Milestones milestone(int days) {
    LocalDate due = Baghdad.day(clock.instant()).plusDays(days);
    return new ListingContent.Milestones(
        List.of(
            new ListingContent.Milestone(
                "The shed stands", 10_000, due, "Photographs and the bill")));
  }

  private static ListingContent.Risks risks(String what) {
    return new ListingContent.Risks(
        List.of(new ListingContent.Risk(what, "We build on the upper bank.")), 2, 4, List.of());
  }

  private long fee(Money goal) {
    return Rates.feeOf(goal, rates.fee(FundingModel.GRANT, clock.instant())).amountMinor();
  }
}
