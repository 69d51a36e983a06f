package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarFolderTest {

  @TempDir Path path;

  @Test
  void belongsToOneLauncherAtATimeAndSaysWho() throws Exception {
    var folder = new VarFolder(path).prepare();
    try (var claim = folder.claim()) {
      new RunFile("http://127.0.0.1:8080", 8080, 4711, "t").write(folder);

      assertThat(claim.isValid()).isTrue();
      assertThatThrownBy(folder::claim)
          .isInstanceOf(LaunchRefused.class)
          .hasMessageContaining("http://127.0.0.1:8080 (process 4711)");
    }
  }

  @Test
  void emptiesItselfButForTheClaim() throws Exception {
    var folder = new VarFolder(path).prepare();
    try (var claim = folder.claim()) {
      assertThat(new Secrets(folder).of("some")).isNotBlank();
      Files.createDirectories(folder.mail().resolve("deep"));

      folder.empty();

      assertThat(path.toFile().list()).containsExactly("lock");
      assertThat(claim.isValid()).isTrue();
    }
  }

  @Test
  void keepsSecretsFromOthersAndOverAStart() throws Exception {
    var folder = new VarFolder(path).prepare();
    var made = new Secrets(folder).of("secret-key");
    new RunFile("http://127.0.0.1:8080", 8080, 1, "token").write(folder);

    assertThat(new Secrets(folder).of("secret-key")).isEqualTo(made).hasSizeGreaterThan(40);
    for (var name : new String[] {"secrets.properties", "run.json"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void findsARunningApplicationAgain() {
    var folder = new VarFolder(path).prepare();
    var running = new RunFile("http://127.0.0.1:8080", 8080, 12, "aZ_-9");

    assertThat(RunFile.read(folder)).isEmpty();
    running.write(folder);
    assertThat(RunFile.read(folder)).contains(running);
  }

  @Test
  void liesWhereTheEnvironmentSays() {
    assertThat(VarFolder.of(Map.of("WASL_VAR", path.toString())).root()).isEqualTo(path);
    assertThat(VarFolder.of(Map.of()).root()).isEqualTo(Path.of("var").toAbsolutePath());
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    var file = Files.writeString(path.resolve("file"), "x");

    assertThatThrownBy(() -> new VarFolder(file).prepare())
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("cannot be used");
  }
}
