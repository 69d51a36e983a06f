package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An embedded MariaDB with privileges switched on, its data in the data folder. One database {@code
 * wasl} with two users: {@code wasl_migration} owns the schema, {@code wasl} is the application's
 * and starts with no right at all.
 */
final class MariaDb implements Database {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(60);

  private static final String MIGRATION = "wasl_migration";
  private static final String APPLICATION = "wasl";

  private final VarFolder folder;
  private final Path program;
  private final int port;
  private final Secrets secrets;
  private Process process;

  private MariaDb(VarFolder folder, Path program, int port, Secrets secrets) {
    this.folder = folder;
    this.program = program;
    this.port = port;
    this.secrets = secrets;
  }

  /** Starts it, after making an empty database where there is none. */
  static MariaDb start(VarFolder folder, Secrets secrets, Map<String, String> env, int port) {
    var database = new MariaDb(folder, MariaDbFiles.unpacked(env), port, secrets);
    stopRunning(folder);
    if (!Files.isDirectory(folder.database())) {
      database.install();
    }
    database.launch();
    return database;
  }

  static boolean stopRunning(VarFolder folder) {
    return Orphans.stop(folder.pidFile("mariadb"), folder.database().toString(), STOP);
  }

  @Override
  public DatabaseAccess application() {
    return new DatabaseAccess(url(), APPLICATION, secrets.of("database.application")).tuned();
  }

  @Override
  public DatabaseAccess migration() {
    return new DatabaseAccess(url(), MIGRATION, secrets.of("database.migration")).tuned();
  }

  @Override
  public DatabaseAccess administrator() {
    return new DatabaseAccess(url(), "root", secrets.of("database.root")).tuned();
  }

  private String url() {
    return "jdbc:mysql://127.0.0.1:" + port + "/wasl?sslMode=DISABLED";
  }

  @Override
  public boolean revive() {
    if (process.isAlive()) {
      return false;
    }
    launch();
    return true;
  }

  /** Ends it at once, as a power cut would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Makes the system tables beside and moves them into place: half a database is never left. */
  private void install() {
    var draft = folder.file("db.draft");
    try {
      DeleteTree.of(draft);
      Files.createDirectories(draft);
      var command = server(draft);
      command.addAll(List.of("--bootstrap", "--silent-startup", "--enforce-storage-engine="));
      var bootstrap = process(command, folder.log("mariadb-install")).start();
      try (var in = bootstrap.getOutputStream()) {
        var first = "create database mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n";
        in.write(first.getBytes(StandardCharsets.UTF_8));
        for (var script :
            List.of(
                "mariadb_system_tables.sql",
                "mariadb_performance_tables.sql",
                "mariadb_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql",
                "mariadb_sys_schema.sql")) {
          Files.copy(program.resolve("share").resolve(script), in);
        }
      }
      if (bootstrap.waitFor() != 0) {
        throw new IOException(LogTail.of(folder.log("mariadb-install")));
      }
      Files.move(draft, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LaunchRefused(
          "An empty database cannot be made in " + folder.database() + ": " + e.getMessage(),
          "Look into " + folder.log("mariadb-install") + "; is the disk full?",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the server and returns once it takes connections. */
  private void launch() {
    var log = folder.log("mariadb");
    var socket = folder.temporary().resolve("db.sock").toString();
    var users = folder.temporary().resolve("users.sql");
    try {
      PrivateFiles.write(users, usersScript());
      Files.deleteIfExists(log);
      var command = server(folder.database());
      command.add("--port=" + port);
      command.add("--bind-address=127.0.0.1");
      // a socket's path may have 107 bytes at most; nobody here uses it
      command.add("--socket=" + (socket.length() < 100 ? socket : "/tmp/wasl-" + port + ".sock"));
      command.add("--skip-name-resolve");
      // else it makes a new certificate at each start, which takes seconds
      command.add("--skip-ssl");
      command.add("--init-file=" + users);
      command.add("--max-connections=400");
      command.add("--max-allowed-packet=64M");
      command.add("--innodb-buffer-pool-size=256M");
      process = process(command, log).start();
      Orphans.remember(folder.pidFile("mariadb"), process);
      awaitReady(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      users.toFile().delete();
    }
  }

  private List<String> server(Path data) {
    var command = new ArrayList<String>();
    command.add(program.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + program);
    command.add("--lc-messages-dir=" + program.resolve("share"));
    command.add("--datadir=" + data);
    command.add("--tmpdir=" + folder.temporary());
    command.add("--character-set-server=utf8mb4");
    command.add("--collation-server=utf8mb4_unicode_ci");
    command.add("--default-time-zone=+00:00");
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  private ProcessBuilder process(List<String> command, Path log) {
    var builder = new ProcessBuilder(Detached.command(command)).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("LD_LIBRARY_PATH", program.resolve("libs").toString());
    return builder;
  }

  /** Run by the server at each start with all rights; so a lost password heals itself. */
  private String usersScript() {
    var script = new StringBuilder();
    script.append("CREATE DATABASE IF NOT EXISTS wasl;\n");
    script.append("DROP USER IF EXISTS ''@'localhost';\n");
    var accounts =
        Map.of(
            "root",
            "database.root",
            MIGRATION,
            "database.migration",
            APPLICATION,
            "database.application");
    accounts.forEach(
        (user, secret) -> {
          var account =
              "'%s'@'127.0.0.1' IDENTIFIED BY '%s';\n".formatted(user, secrets.of(secret));
          script.append("CREATE USER IF NOT EXISTS ").append(account);
          script.append("ALTER USER ").append(account);
        });
    script.append("ALTER USER 'root'@'localhost' IDENTIFIED BY '");
    script.append(secrets.of("database.root")).append("';\n");
    script.append("GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;\n");
    script.append("GRANT ALL ON wasl.* TO 'wasl_migration'@'127.0.0.1' WITH GRANT OPTION;\n");
    return script.toString();
  }

  private void awaitReady(Path log) throws IOException {
    var end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      if (Files.readString(log).contains("ready for connections")) {
        return;
      }
      try {
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroy();
    throw new LaunchRefused(
        "The database in " + folder.database() + " does not start: " + LogTail.error(log),
        "Put back a backup of that folder, or begin anew with ./wasl run --fresh. Whole log: "
            + log);
  }
}
