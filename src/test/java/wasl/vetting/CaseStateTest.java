package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.vetting.VettingFixtures.CALENDAR;
import static wasl.vetting.VettingFixtures.SUNDAY;
import static wasl.vetting.VettingFixtures.aCase;
import static wasl.vetting.VettingFixtures.aCaseInReview;
import static wasl.vetting.VettingFixtures.aDecidedCase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wasl.shared.Refused;

/** Every action in every state. */
class CaseStateTest {

  static Stream<Arguments> everything() {
    return Arrays.stream(CaseState.values())
        .flatMap(
            state -> Arrays.stream(CaseAction.values()).map(action -> Arguments.of(state, action)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void doesWhatTheTableAllowsAndRefusesEverythingElse(CaseState state, CaseAction action) {
    Case file = in(state);
    assertThat(file.state()).isEqualTo(state);
    if (CaseState.LIFECYCLE.allows(state, action)) {
      act(file, action);
      assertThat(file.state()).isEqualTo(CaseState.LIFECYCLE.next(state, action).orElseThrow());
    } else {
      assertThat(file.allows(action)).isFalse();
      assertThatThrownBy(() -> act(file, action))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.refusal()).isEqualTo(new VettingRefused.CaseChanged(state)));
      assertThat(file.state()).isEqualTo(state);
    }
  }

  private static Case in(CaseState state) {
    Case file =
        switch (state) {
          case NEW -> aCase();
          case DECIDED, STOP_PROPOSED -> aDecidedCase(Outcome.APPROVE);
          default -> aCaseInReview();
        };
    switch (state) {
      case WAITING -> file.askForChanges(CALENDAR, SUNDAY);
      case PROPOSED -> file.propose(Outcome.APPROVE);
      case STOP_PROPOSED -> file.propose(Outcome.STOP);
      case CLOSED -> file.close(CALENDAR, SUNDAY);
      case NEW, IN_REVIEW, DECIDED -> {}
    }
    return file;
  }

  private static void act(Case file, CaseAction action) {
    switch (action) {
      case OPEN -> file.open(SUNDAY);
      case ASK_FOR_CHANGES -> file.askForChanges(CALENDAR, SUNDAY);
      case RESUBMIT -> file.resubmit(CALENDAR, SUNDAY);
      case PROPOSE -> file.propose(Outcome.APPROVE);
      case PROPOSE_STOP -> file.propose(Outcome.STOP);
      case RETURN -> file.takeBack();
      case CONFIRM ->
          file.decide(
              file.state() == CaseState.STOP_PROPOSED ? Outcome.STOP : Outcome.APPROVE,
              CALENDAR,
              SUNDAY);
      case APPEAL -> file.appeal(CALENDAR, SUNDAY);
      case CLOSE -> file.close(CALENDAR, SUNDAY);
    }
  }

  @Test
  void isDrawnInTheDocumentsAsItIs() throws IOException {
    assertThat(Files.readString(Path.of("docs/lifecycle/case.md")))
        .contains("```mermaid\n" + CaseState.LIFECYCLE.mermaid() + "```");
  }
}
