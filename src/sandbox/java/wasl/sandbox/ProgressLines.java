package wasl.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Lines that reach the caller while the work goes on: what JAX-RS is given to stream, it keeps
 * until 8 KB have come together.
 */
public final class ProgressLines {

  private ProgressLines() {}

  /** Does the work, and sends what it says line by line. */
  public static void send(HttpServletResponse response, Consumer<Consumer<String>> work)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    PrintWriter lines = response.getWriter();
    work.accept(
        line -> {
          lines.println(line);
          lines.flush();
        });
  }
}
