package wasl.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The line of a log that says why. */
final class LogTail {

  private LogTail() {}

  /** The last line, or an empty text. */
  static String of(Path log) {
    return last(log, line -> true);
  }

  /** The last line that reports an error, else the last line. */
  static String error(Path log) {
    var error =
        last(log, line -> line.contains("[ERROR]") && !line.endsWith("Aborting"))
            .replaceFirst("^.*\\[ERROR] ", "");
    return error.isEmpty() ? of(log) : error;
  }

  private static String last(Path log, Predicate<String> wanted) {
    List<String> lines;
    try {
      lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return "";
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!lines.get(i).isBlank() && wanted.test(lines.get(i))) {
        return lines.get(i).strip();
      }
    }
    return "";
  }
}
