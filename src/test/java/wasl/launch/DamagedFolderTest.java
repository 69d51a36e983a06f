package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies broken in the data folder is told in a sentence, with the cure in another. */
class DamagedFolderTest {

  @TempDir Path path;

  @ParameterizedTest
  @ValueSource(strings = {"no JSON\n{}\n", "{\"put\": 7}\n", "{\"put\": [{}]}\n", "[]\n{}\n"})
  void aGatewayWithABrokenMemoryIsRefused(String broken) throws Exception {
    var folder = new VarFolder(path).prepare();
    Files.createDirectories(path.resolve("stripe"));
    Files.writeString(path.resolve("stripe/stripe.jsonl"), broken);

    assertThatThrownBy(() -> Surroundings.stripe(folder, new Secrets(folder), 8080))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("stripe is damaged: stripe.jsonl at byte 0.")
        .hasMessageContaining("./wasl run --fresh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook=\\u12", "webhook=\u00ff"})
  void secretsThatCannotBeReadAreRefused(String broken) throws Exception {
    var folder = new VarFolder(path).prepare();
    Files.write(path.resolve("secrets.properties"), broken.getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> new Secrets(folder))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("secrets.properties cannot be read")
        .hasMessageContaining("./wasl run --fresh");
  }

  @Test
  void aFullDiskIsNamed() {
    assertThat(Main.unusable(new UncheckedIOException(new IOException("No space left on device"))))
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("start again");
  }
}
