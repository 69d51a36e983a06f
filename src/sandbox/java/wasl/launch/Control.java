package wasl.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Calls of the running application's {@code /api/control}, which only the holder of its token may
 * make.
 */
final class Control {

  private static final String HEADER = "X-Wasl-Control";

  private final RunFile running;
  private final String start;

  /**
   * @param start the command that starts it
   */
  Control(RunFile running, String start) {
    this.running = running;
    this.start = start;
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

  /**
   * Posts JSON and hands over each line of the answer as it comes.
   *
   * @return false if the application has no such call
   */
  boolean tryPost(String path, String json, Progress lines) {
    var request = request(path).header("Content-Type", "application/json");
    try (var body = answer(request.POST(BodyPublishers.ofString(json)).build());
        var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::say);
      return true;
    } catch (NotOffered e) {
      return false;
    } catch (IOException | UncheckedIOException e) {
      throw brokenOff(e);
    }
  }

  private void send(HttpRequest request, PrintStream out) {
    try (var body = answer(request)) {
      copy(body, out);
    } catch (NotOffered e) {
      throw new LaunchRefused(
          "The application at " + running.url() + " does not offer this.",
          "clock is there in the demo only; else start this version with " + start + ".",
          e);
    } catch (Failed e) {
      out.println(e.body);
      throw new LaunchRefused(
          "The application answered " + e.status + ".",
          "Its log is log/payara.log in the data folder.",
          e);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private InputStream answer(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() < 300) {
        return answer.body();
      }
      try (var body = answer.body()) {
        if (answer.statusCode() == 404) {
          throw new NotOffered();
        }
        var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw new Failed(answer.statusCode(), text);
      }
    } catch (ConnectException e) {
      throw new LaunchRefused("Nothing answers at " + running.url() + ".", "Start it: " + start, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static LaunchRefused brokenOff(Exception e) {
    return new LaunchRefused(
        "The application broke off its answer: " + e.getMessage() + ".",
        "Its log is log/payara.log in the data folder.",
        e);
  }

  private static void copy(InputStream body, PrintStream out) throws IOException {
    var buffer = new byte[8192];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  /** There is no such call in this archive. */
  private static final class NotOffered extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The call was refused or went wrong. */
  private static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String body;

    private Failed(int status, String body) {
      super(status + " " + body);
      this.status = status;
      this.body = body;
    }
  }
}
