package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.listing.ListingFixtures.NOW;
import static wasl.listing.ListingFixtures.approved;
import static wasl.listing.ListingFixtures.changesRequested;
import static wasl.listing.ListingFixtures.collecting;
import static wasl.listing.ListingFixtures.funded;
import static wasl.listing.ListingFixtures.live;
import static wasl.listing.ListingFixtures.rejected;
import static wasl.listing.ListingFixtures.scheduled;
import static wasl.listing.ListingFixtures.suspended;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Refusal;
import wasl.shared.Refused;

class ListingTest {

  private static void refuses(ThrowingCallable act, Refusal with) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(with));
  }

  private static Instant days(long days) {
    return NOW.plus(Duration.ofDays(days));
  }

  @Test
  void takesAnAppealUntilThirtyDaysAfterTheRejection() {
    Listing listing = rejected();
    assertThat(listing.appealUntil()).isEqualTo(days(30));
    listing.appeal(days(30));
    assertThat(listing.state()).isEqualTo(ListingState.IN_REVIEW);
  }

  @Test
  void refusesAnAppealThatComesLater() {
    refuses(
        () -> rejected().appeal(days(30).plusNanos(1_000)),
        new ListingRefused.AppealTooLate(LocalDate.parse("2026-12-22")));
  }

  @Test
  void refusesASecondAppeal() {
    Listing listing = rejected();
    listing.appeal(days(1));
    listing.reject(days(2));
    assertThat(listing.allows(ListingAction.APPEAL)).isFalse();
    refuses(() -> listing.appeal(days(3)), new ListingRefused.AppealedAlready());
  }

  @Test
  void refusesToBePublishedWhileAPreconditionIsOpen() {
    Listing listing = approved();
    refuses(() -> listing.publish(NOW, 300, 2, NOW), new ListingRefused.PreconditionsOpen(2));
    assertThat(listing.state()).isEqualTo(ListingState.APPROVED);
  }

  @Test
  void refusesAStartTooFarAhead() {
    refuses(
        () -> approved().publish(days(91), 300, 0, NOW), new ListingRefused.StartTooLate(days(90)));
  }

  @Test
  void takesAStartThatHasPassedAsNow() {
    Listing listing = approved();
    listing.publish(days(-1), 300, 0, NOW);
    assertThat(listing.opensAt()).isEqualTo(NOW);
    assertThat(listing.deadline()).isEqualTo(days(30));
  }

  @Test
  void freezesTheFeeAtPublication() {
    assertThat(approved().feeBasisPoints()).isNull();
    assertThat(scheduled().feeBasisPoints()).isEqualTo(300);
  }

  @Test
  void lapsesSixMonthsOfTheCalendarAfterItsApproval() {
    Listing listing = approved();
    Instant due = Instant.parse("2027-05-22T09:00:00Z");
    refuses(() -> listing.lapse(due.minusMillis(1)), new ListingRefused.NotYetDue(due));
    listing.lapse(due);
    assertThat(listing.state()).isEqualTo(ListingState.LAPSED);
  }

  @Test
  void startsNotBeforeItsStart() {
    Listing listing = scheduled();
    refuses(() -> listing.start(NOW), new ListingRefused.NotYetDue(days(1)));
    listing.start(days(1));
    assertThat(listing.state()).isEqualTo(ListingState.LIVE);
  }

  @Test
  void endsNotBeforeItsDeadline() {
    Listing listing = live();
    refuses(() -> listing.missGoal(days(30)), new ListingRefused.NotYetDue(days(31)));
    refuses(() -> listing.reachGoal(days(30), days(38)), new ListingRefused.NotYetDue(days(31)));
  }

  @Test
  void opensASectionThatCameToLackSomething() {
    Listing listing = changesRequested(Section.WORDS);
    refuses(
        () -> listing.edit(Section.MILESTONES),
        new ListingRefused.SectionClosed(Section.MILESTONES));
    listing.reopen(Section.MILESTONES);
    listing.edit(Section.MILESTONES);
    listing.edit(Section.WORDS);
    assertThat(listing.changedSections())
        .containsExactlyInAnyOrder(Section.WORDS, Section.MILESTONES);
    refuses(
        () -> approved().reopen(Section.MILESTONES),
        new ListingRefused.StateChanged(ListingState.APPROVED));
  }

  @Test
  void movesTheDeadlineByThePause() {
    Listing listing = suspended(live(), days(5));
    listing.resume(days(15));
    assertThat(listing.state()).isEqualTo(ListingState.LIVE);
    assertThat(listing.deadline()).isEqualTo(days(31 + 10));
    assertThat(listing.suspensionReason()).isNull();
  }

  @Test
  void leavesAtLeastThreeDaysAfterAPause() {
    Listing listing = suspended(live(), days(31).minus(Duration.ofHours(1)));
    listing.resume(days(40));
    assertThat(listing.deadline()).isEqualTo(days(43));
  }

  @Test
  void movesStartAndDeadlineOfAScheduledOne() {
    Listing listing = suspended(scheduled(), NOW);
    listing.resume(days(10));
    assertThat(listing.state()).isEqualTo(ListingState.SCHEDULED);
    assertThat(listing.opensAt()).isEqualTo(days(11));
    assertThat(listing.deadline()).isEqualTo(days(41));
  }

  @Test
  void movesTheCollectionByThePause() {
    Listing listing = suspended(collecting(), days(32));
    listing.resume(days(34));
    assertThat(listing.state()).isEqualTo(ListingState.COLLECTING);
    assertThat(listing.collectingUntil()).isEqualTo(days(41));
  }

  @Test
  void movesTheCollectionByWhatOfAPauseOfChargingLiesInIt() {
    Listing listing = collecting();
    listing.prolongCollection(days(20), days(33));
    assertThat(listing.collectingUntil()).isEqualTo(days(41));
    listing.prolongCollection(days(40), days(50));
    assertThat(listing.collectingUntil()).isEqualTo(days(53));
    Listing live = live();
    live.prolongCollection(days(5), days(6));
    assertThat(live.collectingUntil()).isNull();
  }

  @Test
  void aPauseOfChargingThatEndsWhileItIsSuspendedCountsUntilTheSuspension() {
    Listing listing = suspended(collecting(), days(34));
    listing.prolongCollection(days(33), days(35));
    assertThat(listing.collectingUntil()).as("one day of the pause").isEqualTo(days(40));
    listing.prolongCollection(days(32), days(33));
    assertThat(listing.collectingUntil()).as("one more, all before").isEqualTo(days(41));
    listing.prolongCollection(days(35), days(36));
    listing.resume(days(37));

    assertThat(listing.collectingUntil()).as("three of the suspension").isEqualTo(days(44));
  }

  @Test
  void resumesAFundedOneAsFunded() {
    Listing listing = suspended(funded(), days(50));
    listing.resume(days(60));
    assertThat(listing.state()).isEqualTo(ListingState.FUNDED);
  }

  @Test
  void canBeWithdrawnWhileSuspendedBeforeMoneyWasCollected() {
    Listing listing = suspended(live(), days(5));
    assertThat(listing.allows(ListingAction.WITHDRAW)).isTrue();
    listing.withdraw(days(6));
    assertThat(listing.state()).isEqualTo(ListingState.WITHDRAWN);
  }

  @Test
  void cannotBeWithdrawnWhileSuspendedAfterMoneyWasCollected() {
    Listing listing = suspended(collecting(), days(32));
    assertThat(listing.allows(ListingAction.WITHDRAW)).isFalse();
    refuses(
        () -> listing.withdraw(days(33)), new ListingRefused.StateChanged(ListingState.SUSPENDED));
  }

  @Test
  void saysFromWhichStateItWasStopped() {
    Listing listing = suspended(live(), days(5));
    listing.takeEvents();
    listing.stop("a proof", days(6));
    assertThat(listing.takeEvents())
        .containsExactly(new ListingEvent.ListingStopped(listing.id(), ListingState.LIVE));
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void isEditedInEverySectionOfADraft(Section section) {
    assertThatCode(() -> ListingFixtures.aDraft().edit(section)).doesNotThrowAnyException();
  }

  @Test
  void isEditedOnlyWhereChangesWereAskedFor() {
    Listing listing = changesRequested(Section.WORDS, Section.RISKS);
    listing.edit(Section.RISKS);
    refuses(() -> listing.edit(Section.MONEY), new ListingRefused.SectionClosed(Section.MONEY));
    refuses(
        () -> listing.plan(ListingFixtures.aPlan()),
        new ListingRefused.SectionClosed(Section.MONEY));
    assertThat(listing.changedSections()).isEqualTo(Set.of(Section.RISKS));
  }

  @Test
  void tellsReviewersOnlyWhatWasChanged() {
    Listing listing = changesRequested(Section.WORDS, Section.RISKS);
    listing.edit(Section.RISKS);
    listing.takeEvents();
    listing.resubmit(days(1));
    assertThat(listing.takeEvents())
        .containsExactly(new ListingEvent.ListingResubmitted(listing.id(), List.of(Section.RISKS)));
  }

  @ParameterizedTest
  @EnumSource(
      value = ListingState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DRAFT", "CHANGES_REQUESTED"})
  void isEditedInNoOtherState(ListingState state) {
    Listing listing = ListingFixtures.in(state);
    for (Section section : EnumSet.allOf(Section.class)) {
      assertThat(listing.editable(section)).isFalse();
      refuses(() -> listing.edit(section), new ListingRefused.StateChanged(state));
    }
  }

  @Test
  void capsAtTheGoalWhereTheOwnerSetNoCap() {
    ListingContent.Plan plan = ListingFixtures.aPlan();
    Listing listing = ListingFixtures.aDraft();
    assertThat(listing.cap()).isEqualTo(plan.cap());
    listing.plan(
        new ListingContent.Plan(
            plan.model(), plan.currency(), plan.goal(), plan.minimum(), null, null, 30, List.of()));
    assertThat(listing.cap()).isEqualTo(plan.goal());
  }
}
