package wasl.sandbox.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook endpoint that keeps what it was sent, and can refuse for a while. */
final class Mailslot implements AutoCloseable {
  static final String SECRET = "whsec_mailslot";

  final AtomicInteger refusals = new AtomicInteger();
  private final HttpServer server;
  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

  /** One delivery as it came. */
  record Letter(String body, String signature) {
    String type() {
      return Json.text(Json.parse(body), "type");
    }
  }

  Mailslot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 64);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean refuse = refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            if (!refuse) {
              letters.add(
                  new Letter(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            }
            exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The next delivery of the type; others before it are thrown away. */
  Letter next(String type) throws InterruptedException {
    while (true) {
      Letter letter = letters.poll(10, TimeUnit.SECONDS);
      if (letter == null) {
        throw new AssertionError("no " + type + " came");
      }
      if (letter.type().equals(type)) {
        return letter;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
