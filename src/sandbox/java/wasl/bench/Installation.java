package wasl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import wasl.launch.DemoApplication;
import wasl.launch.Ports;
import wasl.launch.VarFolder;
import wasl.shared.Ids;

/** A whole Wasl with its own data folder, server and database, to be measured. */
final class Installation implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final DemoApplication application;

  private Installation(Path folder, int port, DemoApplication application) {
    this.folder = folder;
    this.port = port;
    this.application = application;
  }

  /**
   * Starts it anew with the demo's data.
   *
   * @param keptSeconds how long visitors are given a page from memory; 0 makes each page anew
   */
  static Installation fresh(Path home, Path folder, String name, int keptSeconds) {
    int port = Ports.any();
    var environment = new HashMap<>(System.getenv());
    // the demo starts quickly and stays slow; production's compiler takes a minute and is fast
    environment.putIfAbsent(
        "WASL_JAVA_OPTIONS",
        "-XX:TieredStopAtLevel=4 -Dwasl.demo.crowd=10 -Dwasl.kept.seconds=" + keptSeconds);
    environment.putIfAbsent("WASL_MAILS_PER_SECOND", "50");
    var application =
        DemoApplication.start(
            new DemoApplication.Wish(home, new VarFolder(folder), port, true, environment),
            line -> System.err.println("[" + name + "] " + line));
    return new Installation(folder, port, application);
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  /** A connection of the database's administrator. */
  Connection administrator() throws SQLException {
    return application.surroundings().database().administrator().connect();
  }

  /** Has the application do something by its control interface. */
  String control(String path) {
    return application.control(path);
  }

  /** Moves the application's clock; returns when nothing is left to do. */
  void moveClock(Duration by) {
    application.moveClock(by);
  }

  /**
   * The head of a GET request, without asking for compression. It has a cookie of ours, as a
   * browser has that was told something for one page: such a request is never answered from memory.
   */
  String get(String path) {
    return head(path, "Cookie: wasl_bench=1");
  }

  /** The same as a visitor's browser sends it. */
  String visit(String path) {
    return head(path, "Accept-Encoding: gzip");
  }

  private String head(String path, String more) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nAccept-Language: en\r\n"
        + more
        + "\r\n\r\n";
  }

  /** The body of what a GET answers. */
  byte[] body(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(application.url() + path)).build();
      var answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Puts a file beside the application's own static ones; answers its address. */
  String serve(String name, byte[] content) {
    try (var deployed = Files.walk(folder.resolve("payara"), 8)) {
      var resources =
          deployed
              .filter(it -> it.endsWith("wasl-demo/resources"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the exploded archive is not there"));
      Files.write(resources.resolve(name), content);
      return "/static/bench/" + name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At most so many published listings in a state, as they stand in addresses. */
  List<String> listings(String state, int most) {
    try (var connection = administrator();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT listing_id FROM wasl.listing_search WHERE state = '"
                    + state
                    + "' ORDER BY RAND(1) LIMIT "
                    + most)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(Ids.text(rows.getLong(1)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the application's JVM holds in memory now, in MiB. */
  long residentMebibytes() {
    try (var lines =
        Files.lines(Path.of("/proc", Long.toString(application.serverProcess().pid()), "status"))) {
      return lines
              .filter(it -> it.startsWith("VmRSS:"))
              .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
