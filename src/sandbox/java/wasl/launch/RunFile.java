package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the other commands need in order to find a running application; kept as {@code run.json},
 * readable by its owner only because of the token.
 *
 * @param url where the application answers on this machine
 * @param port its HTTP port
 * @param pid the launcher's process
 * @param token what {@code /api/control} wants to see
 */
public record RunFile(String url, int port, long pid, String token) {

  private static final String NAME = "run.json";

  static Optional<RunFile> read(VarFolder folder) {
    Path file = folder.file(NAME);
    try {
      var json = Files.readString(file);
      return Optional.of(
          new RunFile(
              field(json, "url"),
              Integer.parseInt(field(json, "port")),
              Long.parseLong(field(json, "pid")),
              field(json, "token")));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Enough for a file that only {@link #write} writes: no value in it needs escaping. */
  private static String field(String json, String name) {
    var match = Pattern.compile("\"" + name + "\":\\s*\"?([^\",}\\s]+)").matcher(json);
    if (!match.find()) {
      throw new IllegalArgumentException(NAME + " lacks " + name);
    }
    return match.group(1);
  }

  void write(VarFolder folder) {
    PrivateFiles.write(
        folder.file(NAME),
        """
        {"url": "%s", "port": %d, "pid": %d, "token": "%s"}
        """
            .formatted(url, port, pid, token));
  }

  static void remove(VarFolder folder) {
    try {
      Files.deleteIfExists(folder.file(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
