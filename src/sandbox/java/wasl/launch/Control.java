package wasl.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Calls of the running application's {@code /api/control}, which only the holder of its token may
 * make.
 */
final class Control {

  private static final String HEADER = "X-Wasl-Control";

  private final RunFile running;

  Control(RunFile running) {
    this.running = running;
  }

  /** Copies the answer to the output while it arrives. */
  void get(String path, PrintStream out) {
    send(request(path).GET().build(), out);
  }

  /** Posts JSON and copies the answer to the output while it arrives. */
  void post(String path, String json, PrintStream out) {
    send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        out);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(running.url() + "/api/control/" + path))
        .header(HEADER, running.token());
  }

  private void send(HttpRequest request, PrintStream out) {
    try {
      HttpResponse<InputStream> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        if (answer.statusCode() == 404) {
          throw new LaunchRefused(
              "The application at " + running.url() + " does not offer this.",
              "clock is there in the demo only; else start this version with ./wasl run.");
        }
        copy(body, out);
        if (answer.statusCode() >= 300) {
          throw new LaunchRefused(
              "The application answered " + answer.statusCode() + ".",
              "Its log is log/payara.log in the data folder.");
        }
      }
    } catch (ConnectException e) {
      throw new LaunchRefused(
          "Nothing answers at " + running.url() + ".", "Start it: ./wasl run", e);
    } catch (IOException e) {
      throw new LaunchRefused(
          "The application broke off its answer: " + e.getMessage() + ".",
          "Its log is log/payara.log in the data folder.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(InputStream body, PrintStream out) throws IOException {
    var buffer = new byte[8192];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }
}
