package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Child processes that outlived a launcher which was killed. Each is known by a file with its
 * number; since numbers are used again, its command line must also name what only ours names.
 */
final class Orphans {

  private Orphans() {}

  static void remember(Path pidFile, Process process) {
    try {
      Files.writeString(pidFile, process.pid() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stops the process that the file names, if it still runs and its command line has the mark.
   *
   * @param patience how long it may take to end by itself before it is killed
   * @return whether there was one
   */
  static boolean stop(Path pidFile, String mark, Duration patience) {
    var found = find(pidFile, mark);
    found.ifPresent(it -> end(it, patience));
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.isPresent();
  }

  static Optional<ProcessHandle> find(Path pidFile, String mark) {
    try {
      var pid = Long.parseLong(Files.readString(pidFile).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(it -> commandLine(it).contains(mark));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** From /proc where there is one: the JDK gives up on command lines of more than a page. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException e) {
      return process.info().commandLine().orElse("");
    }
  }

  private static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    try {
      process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
