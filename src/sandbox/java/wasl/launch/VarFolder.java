package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds all that one installation keeps: database, mails, secrets, logs. It lies in
 * {@code ./var} unless {@code WASL_VAR} moves it, and one launcher at a time owns it.
 */
public record VarFolder(Path root) {

  public VarFolder {
    root = root.toAbsolutePath().normalize();
  }

  static VarFolder of(Map<String, String> environment) {
    var home = Path.of(System.getProperty("wasl.home", ""));
    return new VarFolder(home.resolve(environment.getOrDefault("WASL_VAR", "var")));
  }

  Path database() {
    return root.resolve("db");
  }

  public Path mail() {
    return root.resolve("mail");
  }

  /** Where a node's index of the listings lies; it may be deleted at any time. */
  Path index() {
    return root.resolve("index");
  }

  Path log(String name) {
    return root.resolve("log").resolve(name + ".log");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path pidFile(String name) {
    return root.resolve(name + ".pid");
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** Makes what is missing. */
  VarFolder prepare() {
    try {
      for (var folder : List.of(root, mail(), temporary(), root.resolve("log"))) {
        Files.createDirectories(folder);
      }
      if (!Files.isWritable(root)) {
        throw new IOException("it cannot be written to");
      }
      return this;
    } catch (IOException e) {
      throw new LaunchRefused(
          "The data folder " + root + " cannot be used: " + e.getMessage() + ".",
          "Make it writable, or set WASL_VAR to another folder.",
          e);
    }
  }

  /**
   * Claims the folder for this process until it ends, however it ends.
   *
   * @return the lock, to be closed when the folder is free again
   * @throws LaunchRefused if another launcher owns it
   */
  FileLock claim() {
    try {
      var channel =
          FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock()).orElseThrow(this::claimedElsewhere);
    } catch (OverlappingFileLockException e) {
      throw claimedElsewhere();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LaunchRefused claimedElsewhere() {
    var running = RunFile.read(this);
    return new LaunchRefused(
        "Wasl is already running with the data folder "
            + root
            + running.map(it -> " at " + it.url() + " (process " + it.pid() + ")").orElse("")
            + ".",
        "Stop that one"
            + running.map(it -> " (kill " + it.pid() + ")").orElse("")
            + ", or start this one with another folder and port: WASL_VAR=/some/folder and --port N.");
  }

  /** How that is started whose data lie here; both ways where nothing lies here yet. */
  String startCommand() {
    if (Files.isDirectory(database())) {
      return "./wasl run";
    }
    return Files.isDirectory(file("payara")) ? "./wasl serve" : "./wasl run or ./wasl serve";
  }

  /** Removes all that was kept, but not the claim. */
  void empty() {
    try (var inside = Files.list(root)) {
      for (var path : inside.filter(it -> !it.equals(file("lock"))).toList()) {
        DeleteTree.of(path);
      }
    } catch (IOException e) {
      throw new LaunchRefused(
          "The data folder " + root + " cannot be emptied: " + e.getMessage() + ".",
          "Remove it by hand and start again.",
          e);
    }
  }
}
