package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs production is not told the demo's cure. */
class CuresTest {

  @TempDir Path path;

  @Test
  void aFolderKnowsWhatStartsIt() throws Exception {
    var folder = new VarFolder(path).prepare();
    assertThat(folder.startCommand()).isEqualTo("./wasl run or ./wasl serve");
    Files.createDirectories(path.resolve("payara"));
    assertThat(folder.startCommand()).isEqualTo("./wasl serve");
    Files.createDirectories(folder.database());
    assertThat(folder.startCommand()).isEqualTo("./wasl run");
  }

  @Test
  void aCommandThatFindsNobodySaysWhatToStart() throws Exception {
    Files.createDirectories(path.resolve("payara"));
    new RunFile("http://127.0.0.1:1", 1, 1, "token").write(new VarFolder(path));
    var environment = path.resolve("wasl.env");
    Files.writeString(environment, "WASL_VAR=" + path + "\n");

    assertThatThrownBy(() -> ControlCommands.verify(list("--env", environment.toString())))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("Nothing answers at http://127.0.0.1:1.")
        .hasMessageContaining("./wasl serve")
        .hasMessageNotContaining("./wasl run");
  }

  @Test
  void aServerThatAnswersSaysWhichOfItsChecksAreDown() {
    var up = "{\"name\": \"database\", \"status\": \"UP\", \"data\": {}}";
    var down = "{\"name\": \"demo\", \"status\": \"DOWN\", \"data\": {}}";
    var both = "{\"status\": \"DOWN\", \"checks\": [" + up + "," + down + "]}";
    assertThat(Payara.downOf(both, "database")).contains(List.of("demo"));
    assertThat(Payara.downOf(both, "process")).isEmpty();
    var empty = "{\"status\": \"DOWN\", \"checks\": []}";
    var bare = "{\"checks\": [{\"name\": \"No Application deployed\", \"status\": \"DOWN\"}]}";
    for (var nothing : List.of("", "<html/>", "[]", "{}", empty, bare)) {
      assertThat(Payara.downOf(nothing, "database")).as(nothing).isEqualTo(Optional.empty());
    }
  }

  private static List<String> list(String... arguments) {
    return new ArrayList<>(List.of(arguments));
  }
}
