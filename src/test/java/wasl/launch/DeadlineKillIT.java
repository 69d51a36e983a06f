package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application or its database dies by {@code kill -9} in the middle of a campaign's charges,
 * some of which the gateway has booked without anybody here knowing. Started again it goes on by
 * itself, and nobody is charged twice.
 */
@Tag("launched")
class DeadlineKillIT {

  private static final Duration TO_DEADLINE = Duration.ofDays(7).plusSeconds(5);

  /** Longer than an attempt's first question is put off. */
  private static final Duration TO_QUESTIONS = Duration.ofMinutes(3);

  private static final Duration TO_THE_WINDOWS_END = Duration.ofDays(9);

  /** So quick a gateway that the short run is short. */
  private static final Map<String, String> QUICK = Map.of("WASL_STRIPE_CHARGES_PER_SECOND", "60");

  /** So slow that the other node is not through before the dead one is back. */
  private static final Map<String, String> SLOW = Map.of("WASL_STRIPE_CHARGES_PER_SECOND", "3");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private int unknown;

  /** What dies. */
  private interface Death {
    void kill(KilledInstallation installation, int number) throws Exception;
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void resumesAfterThreeKillsAndChargesNobodyTwice() throws Exception {
    try (var installation = new KilledInstallation(1, QUICK, Duration.ofSeconds(100))) {
      dies(
          installation,
          new Run(200, 5, 3),
          (it, number) -> {
            if (number == 1 && it.ownsDatabase()) {
              it.killDatabase(Duration.ZERO);
              it.endLeases();
            } else {
              it.killNode(0);
              it.restartNode(0, false);
            }
          });
    }
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void resumesAfterTheApplicationWasKilledTwentyTimes() throws Exception {
    try (var installation = new KilledInstallation(1, Map.of(), Duration.ofMinutes(6))) {
      dies(
          installation,
          new Run(2_000, 40, 21),
          (it, number) -> {
            it.killNode(0);
            // once without help: the leases of the dead run out by themselves
            it.restartNode(0, number == 6);
          });
    }
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void resumesAfterTheDatabaseWasKilledTwentyTimes() throws Exception {
    try (var installation = new KilledInstallation(1, Map.of(), Duration.ofMinutes(6))) {
      Assumptions.assumeTrue(installation.ownsDatabase(), "the server is not ours");
      dies(
          installation,
          new Run(2_000, 40, 21),
          (it, number) -> {
            it.killDatabase(Duration.ofMillis(random.nextInt(4_000)));
            if (number != 6) {
              it.endLeases();
            }
          });
    }
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void oneOfTwoNodesDiesAndTheOtherGoesOn() throws Exception {
    try (var installation = new KilledInstallation(2, SLOW, Duration.ofMinutes(10))) {
      dies(
          installation,
          new Run(2_000, 40, 6),
          (it, number) -> {
            int dying = number % 2;
            it.killNode(dying);
            // twice without help: the other node takes over when the dead one's leases have run out
            if (number > 1) {
              it.endLeases();
            }
            int before = it.chargesMade();
            it.until("the other node goes on", () -> it.chargesMade() >= before + 20);
            it.restartNode(dying, number <= 1);
          });
    }
  }

  /**
   * @param bad how many of the cards decline when they are charged
   * @param kills how often something dies
   */
  private record Run(int pledges, int bad, int kills) {
    int good() {
      return pledges - bad;
    }
  }

  private void dies(KilledInstallation installation, Run run, Death death) throws Exception {
    say("seed " + seed + ", " + run);
    var listing = installation.campaign(run.pledges(), run.bad());
    say("the campaign is made");
    installation.passTime(TO_DEADLINE);
    for (int i = 0; i < run.kills(); i++) {
      letSomeBeCharged(installation, listing, run, i);
      death.kill(installation, i);
      say("kill " + (i + 1) + " survived at " + installation.chargesMade() + " charges");
    }
    installation.behave();
    assertThat(unknown).as("charges that nobody knew of").isPositive();
    installation.passTime(TO_QUESTIONS);
    installation.until(
        "all are settled",
        () ->
            installation.number(
                    "SELECT COUNT(*) FROM pledge WHERE state NOT IN ('COLLECTED', 'REPAIR')")
                == 0);
    installation.until(
        "no question is open",
        () ->
            installation.number("SELECT COUNT(*) FROM payment_attempt WHERE ask_at IS NOT NULL")
                == 0);
    installation.everythingAgrees(listing, run.good());
    say("all are settled: " + run.good() + " charged once, gateway and ledger agree");

    installation.passTime(TO_THE_WINDOWS_END);
    installation.until(
        "the window is closed",
        () -> installation.number("SELECT COUNT(*) FROM listing WHERE state = 'FUNDED'") == 1);
    assertThat(installation.number("SELECT COUNT(*) FROM pledge WHERE state = 'COLLECTED'"))
        .isEqualTo(run.good());
    assertThat(installation.number("SELECT COUNT(*) FROM pledge WHERE state = 'DROPPED'"))
        .isEqualTo(run.bad());
    say("funded; " + unknown + " charges were unknown at the kills");
  }

  /**
   * Returns at some moment of the next part of the run. In every other part the gateway answers
   * late, so that whoever dies now dies between the call and the commit; in the others some calls
   * are too many for it.
   */
  private void letSomeBeCharged(KilledInstallation installation, String listing, Run run, int part)
      throws Exception {
    int each = run.pledges() / (run.kills() + 1);
    int wanted = part * each + 1 + random.nextInt(each);
    installation.behave();
    if (part % 2 == 1) {
      installation.misbehave(
          "{\"path\":\"payment_intents\",\"kind\":\"limit\",\"perSecond\":15,\"millis\":1000}");
    }
    installation.until("charges", () -> installation.chargesMade() >= wanted);
    if (part % 2 == 0) {
      installation.misbehave("{\"events\":\"off\"}");
      installation.misbehave(
          "{\"path\":\"payment_intents\",\"kind\":\"hang_after\",\"millis\":1500,\"times\":12}");
      installation.until("charges answered late", () -> installation.chargesMade() > wanted + 4);
    }
    unknown += installation.unknown(listing);
  }

  private static void say(String words) {
    System.out.println("[kill] " + Instant.ofEpochMilli(System.currentTimeMillis()) + " " + words);
  }
}
