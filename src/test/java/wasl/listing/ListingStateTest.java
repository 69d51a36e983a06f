package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.listing.ListingFixtures.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wasl.shared.Refused;

/** Every action in every state. */
class ListingStateTest {

  /** Late enough for everything that waits for a time, early enough for an appeal. */
  private static final Instant LATER = NOW.plusSeconds(86_400L * 400);

  static Stream<Arguments> everything() {
    return Arrays.stream(ListingState.values())
        .flatMap(
            state ->
                Arrays.stream(ListingAction.values()).map(action -> Arguments.of(state, action)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void doesWhatTheTableAllowsAndRefusesEverythingElse(ListingState state, ListingAction action) {
    Listing listing = ListingFixtures.in(state);
    assertThat(listing.state()).isEqualTo(state);
    if (ListingState.LIFECYCLE.allows(state, action)) {
      act(listing, action);
      assertThat(listing.state())
          .isEqualTo(ListingState.LIFECYCLE.next(state, action).orElseThrow());
    } else {
      assertThat(listing.allows(action)).isFalse();
      assertThatThrownBy(() -> act(listing, action))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.refusal()).isEqualTo(new ListingRefused.StateChanged(state));
                assertThat(refused.refusal().status()).isEqualTo(409);
              });
      assertThat(listing.state()).isEqualTo(state);
    }
  }

  private static void act(Listing listing, ListingAction action) {
    switch (action) {
      case SUBMIT -> listing.submit(NOW);
      case RECALL -> listing.recall();
      case OPEN -> listing.open();
      case ASK_FOR_CHANGES -> listing.askForChanges(EnumSet.of(Section.RISKS));
      case RESUBMIT -> listing.resubmit(NOW);
      case APPROVE -> listing.approve(NOW);
      case REJECT -> listing.reject(NOW);
      case APPEAL -> listing.appeal(NOW);
      case PUBLISH -> listing.publish(NOW, 300, 0, NOW);
      case LAPSE -> listing.lapse(LATER);
      case START -> listing.start(LATER);
      case REACH_GOAL -> listing.reachGoal(LATER, LATER.plusSeconds(1));
      case MISS_GOAL -> listing.missGoal(LATER);
      case FUND -> listing.fund();
      case FALL_SHORT -> listing.fallShort(LATER);
      case SUSPEND -> listing.suspend("a doubt", LATER);
      case RESUME -> listing.resume(LATER);
      case STOP -> listing.stop("a proof", LATER);
      case DELIVER -> listing.deliver(LATER);
      case START_REPAYING -> listing.startRepaying();
      case COMPLETE -> listing.complete(LATER);
      case DEFAULT -> listing.writeOff(LATER);
      case WITHDRAW -> listing.withdraw(LATER);
    }
  }

  @Test
  void isDrawnInTheDocumentsAsItIs() throws IOException {
    assertThat(Files.readString(Path.of("docs/lifecycle/listing.md")))
        .contains("```mermaid\n" + ListingState.LIFECYCLE.mermaid() + "```");
  }
}
