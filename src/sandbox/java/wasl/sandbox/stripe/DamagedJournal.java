package wasl.sandbox.stripe;

import java.nio.file.Path;

/** The sandbox's memory on disk holds something that it did not write. */
public final class DamagedJournal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedJournal(Path file, long at, Throwable cause) {
    super(file.getFileName() + " at byte " + at, cause);
  }
}
