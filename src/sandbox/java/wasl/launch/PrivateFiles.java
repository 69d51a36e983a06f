package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold secrets: never readable by others, not even while they are written. */
final class PrivateFiles {

  private PrivateFiles() {}

  /** Replaces the file as a whole: a reader sees the old or the new text, nothing between. */
  static void write(Path file, String text) {
    try {
      var owner = PosixFilePermissions.fromString("rw-------");
      var draft =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".draft",
              "",
              PosixFilePermissions.asFileAttribute(owner));
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
