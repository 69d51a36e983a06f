package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.vetting.VettingFixtures.CALENDAR;
import static wasl.vetting.VettingFixtures.SUNDAY;
import static wasl.vetting.VettingFixtures.aCase;
import static wasl.vetting.VettingFixtures.aCaseInReview;
import static wasl.vetting.VettingFixtures.aDecidedCase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import wasl.shared.Baghdad;
import wasl.shared.Refused;

class CaseTest {
  private static Instant after(int days) {
    return SUNDAY.plus(days, ChronoUnit.DAYS);
  }

  @Test
  void isDueAfterTheDaysOfItsRule() {
    // ten working days after Sunday 22 November
    assertThat(Baghdad.day(aCase().dueAt())).isEqualTo("2026-12-06");
  }

  @Test
  void daysStandStillWhileTheEntrepreneurMakesChanges() {
    Case file = aCaseInReview();
    file.askForChanges(CALENDAR, after(2));
    assertThat(file.dueAt()).isNull();
    assertThat(file.daysTaken(CALENDAR, after(20))).isEqualTo(2);

    file.resubmit(CALENDAR, after(14));
    // eight are left after Sunday 6 December
    assertThat(Baghdad.day(file.dueAt())).isEqualTo("2026-12-16");
    assertThat(file.daysTaken(CALENDAR, after(15))).isEqualTo(3);
  }

  @Test
  void whatComesBackLateHasOneDayLeft() {
    Case file = aCaseInReview();
    file.askForChanges(CALENDAR, after(40));
    file.resubmit(CALENDAR, after(42));
    assertThat(Baghdad.day(file.dueAt())).isEqualTo("2027-01-04");
  }

  @Test
  void twoDecideAtOnceAndOneIsTold() {
    Case file = aCaseInReview();
    file.propose(Outcome.APPROVE);
    assertThatThrownBy(() -> file.propose(Outcome.REJECT))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new VettingRefused.CaseChanged(CaseState.PROPOSED)));
  }

  @Test
  void aReturnedProposalLeavesTheCaseInReview() {
    Case file = aCaseInReview();
    file.propose(Outcome.REJECT);
    file.takeBack();
    assertThat(file.state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(file.round()).isEqualTo(1);
    assertThat(file.dueAt()).isNotNull();
  }

  @Test
  void aDecisionStopsTheDays() {
    Case file = aCaseInReview();
    file.propose(Outcome.APPROVE);
    file.decide(Outcome.APPROVE, CALENDAR, after(3));
    assertThat(file.outcome()).isEqualTo(Outcome.APPROVE);
    assertThat(file.dueAt()).isNull();
    assertThat(file.daysTaken(CALENDAR, after(30))).isEqualTo(3);
  }

  @Test
  void anAppealOpensANewRoundWithFreshDays() {
    Case file = aDecidedCase(Outcome.REJECT);
    file.appeal(CALENDAR, after(7));
    assertThat(file.state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(file.round()).isEqualTo(2);
    assertThat(file.outcome()).isNull();
    assertThat(Baghdad.day(file.dueAt())).isEqualTo("2026-12-13");
  }

  @Test
  void aStopIsDecidedInARoundOfItsOwn() {
    Case file = aDecidedCase(Outcome.APPROVE);
    file.propose(Outcome.STOP);
    assertThat(file.state()).isEqualTo(CaseState.STOP_PROPOSED);
    assertThat(file.round()).isEqualTo(2);
    file.takeBack();
    assertThat(file.state()).isEqualTo(CaseState.DECIDED);
    file.propose(Outcome.STOP);
    assertThat(file.round()).isEqualTo(3);
    file.decide(Outcome.STOP, CALENDAR, after(1));
    assertThat(file.state()).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void isToldOverdueOnce() {
    Case file = aCaseInReview();
    assertThat(file.tellOverdue(after(14))).isFalse();
    assertThat(file.tellOverdue(after(15))).isTrue();
    assertThat(file.tellOverdue(after(16))).isFalse();
  }

  @Test
  void aWithdrawnListingClosesItsCase() {
    Case file = aCaseInReview();
    file.propose(Outcome.APPROVE);
    file.close(CALENDAR, after(1));
    assertThat(file.state()).isEqualTo(CaseState.CLOSED);
    assertThatThrownBy(() -> file.decide(Outcome.APPROVE, CALENDAR, after(1)))
        .isInstanceOf(Refused.class);
  }
}
