package wasl.launch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The secrets that {@code ./wasl run} makes for itself: each once, kept in the data folder as long
 * as the data that they protect.
 */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private final VarFolder folder;
  private final TreeMap<String, String> kept = new TreeMap<>();

  /**
   * Reads those that are kept there.
   *
   * @throws LaunchRefused if their file is damaged
   */
  Secrets(VarFolder folder) {
    this.folder = folder;
    var file = folder.file("secrets.properties");
    if (Files.exists(file)) {
      try {
        var read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        read.stringPropertyNames().forEach(name -> kept.put(name, read.getProperty(name)));
      } catch (IOException | IllegalArgumentException e) {
        throw new LaunchRefused(
            "The secrets in " + file + " cannot be read: " + e.getMessage() + ".",
            "Put back a backup of that file, or begin anew with ./wasl run --fresh.",
            e);
      }
    }
  }

  /**
   * The secret of that name, made now if there is none yet: 256 bits, of letters, digits, - and _.
   */
  String of(String name) {
    if (!kept.containsKey(name)) {
      kept.put(name, fresh());
      save();
    }
    return kept.get(name);
  }

  static String fresh() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void save() {
    PrivateFiles.write(
        folder.file("secrets.properties"),
        kept.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}
