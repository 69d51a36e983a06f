package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path folder;
  private Process process;
  private Path pidFile;

  @BeforeEach
  void start() throws IOException {
    pidFile = folder.resolve("child.pid");
    process = new ProcessBuilder("tail", "-f", "/dev/null", folder + "/ours").start();
    Orphans.remember(pidFile, process);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void stopsTheProcessThatIsOurs() {
    assertThat(Orphans.stop(pidFile, folder + "/ours", PATIENCE)).isTrue();
    assertThat(process.isAlive()).isFalse();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void leavesAProcessAloneThatHasGotTheNumberSince() {
    assertThat(Orphans.stop(pidFile, "/some/other/folder", PATIENCE)).isFalse();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void killsWhatDoesNotEndByItself() throws Exception {
    var deaf =
        new ProcessBuilder(
                "sh", "-c", "trap '' TERM; while :; do sleep 0.1; done", folder + "/deaf")
            .start();
    Orphans.remember(pidFile, deaf);
    // long enough for the shell to have set its trap
    deaf.waitFor(300, java.util.concurrent.TimeUnit.MILLISECONDS);

    assertThat(Orphans.stop(pidFile, folder + "/deaf", PATIENCE)).isTrue();
    assertThat(deaf.isAlive()).isFalse();
  }

  @Test
  void knowsNoneWithoutAFileOrWithARuinedOne() throws IOException {
    assertThat(Orphans.find(folder.resolve("none.pid"), "x")).isEmpty();
    Files.writeString(pidFile, "not a number");
    assertThat(Orphans.find(pidFile, "x")).isEmpty();
  }
}
