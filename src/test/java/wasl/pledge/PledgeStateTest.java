package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.in;
import static wasl.pledge.PledgeFixtures.usd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Refused;

class PledgeStateTest {

  /** The verb of each action; confirming twice is two verbs, tried apart. */
  private static final Map<PledgeAction, Consumer<Pledge>> VERBS =
      Map.ofEntries(
          Map.entry(PledgeAction.EXPIRE, pledge -> pledge.expire(DEADLINE)),
          Map.entry(PledgeAction.CANCEL, pledge -> pledge.cancel(null, DEADLINE)),
          Map.entry(PledgeAction.CHARGE, pledge -> pledge.charge(DEADLINE)),
          Map.entry(PledgeAction.COLLECT, pledge -> pledge.collect(DEADLINE)),
          Map.entry(PledgeAction.DECLINE, pledge -> pledge.decline("DECLINED", DEADLINE)),
          Map.entry(PledgeAction.DROP, pledge -> pledge.drop(DEADLINE)),
          Map.entry(PledgeAction.ASK_REFUND, pledge -> pledge.askRefund(DEADLINE)),
          Map.entry(PledgeAction.REFUND, pledge -> pledge.refund(DEADLINE)),
          Map.entry(PledgeAction.FAIL_REFUND, pledge -> pledge.failRefund(DEADLINE)),
          Map.entry(PledgeAction.DISPUTE, pledge -> pledge.dispute(DEADLINE)),
          Map.entry(PledgeAction.WIN_DISPUTE, pledge -> pledge.winDispute(DEADLINE)),
          Map.entry(PledgeAction.LOSE_DISPUTE, pledge -> pledge.loseDispute(DEADLINE)),
          Map.entry(PledgeAction.LOSE_PART, pledge -> pledge.losePart(usd(1), usd(1), DEADLINE)),
          Map.entry(PledgeAction.RELEASE, pledge -> pledge.release(DEADLINE)));

  @ParameterizedTest
  @EnumSource(PledgeState.class)
  void everyVerbDoesWhatTheTableSays(PledgeState state) {
    VERBS.forEach(
        (action, verb) -> {
          Pledge pledge = in(state);
          PledgeState.LIFECYCLE
              .next(state, action)
              .ifPresentOrElse(
                  next -> {
                    verb.accept(pledge);
                    assertThat(pledge.state()).as(state + " " + action).isEqualTo(next);
                  },
                  () -> {
                    assertThatThrownBy(() -> verb.accept(pledge))
                        .as(state + " " + action)
                        .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                assertThat(refused.refusal())
                                    .isEqualTo(new PledgeRefused.StateChanged(state)));
                    assertThat(pledge.state()).isEqualTo(state);
                  });
        });
  }

  @ParameterizedTest
  @EnumSource(PledgeState.class)
  void everyStateCanBeReached(PledgeState state) {
    assertThat(in(state).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(PledgeState.class)
  void movementsAddUpToWhatTheStateCounts(PledgeState state) {
    Pledge pledge = in(state);
    long amount = pledge.amount().amountMinor();
    var movements = pledge.takeMovements();
    PledgeState.Counts counts = state.counts();
    assertThat(movements.stream().mapToLong(Pledge.Movement::started).sum())
        .isEqualTo(counts.started(amount));
    assertThat(movements.stream().mapToLong(Pledge.Movement::pledged).sum())
        .isEqualTo(counts.pledged(amount));
    assertThat(movements.stream().mapToLong(Pledge.Movement::firm).sum())
        .isEqualTo(counts.firm(amount));
    assertThat(movements.stream().mapToLong(Pledge.Movement::collected).sum())
        .isEqualTo(counts.collected(amount));
  }

  @Test
  void theDiagramEqualsTheTable() throws IOException {
    assertThat(Files.readString(Path.of("docs/lifecycle/pledge.md")))
        .contains("```mermaid\n" + PledgeState.LIFECYCLE.mermaid() + "```");
  }
}
