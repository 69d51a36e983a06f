package wasl.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {

  private final List<String> said = new ArrayList<>();

  @Test
  void areWholeOnlyWhereTheApplicationSaysSoAtTheEnd() throws IOException {
    assertThat(whole(200, "people: 40\nday 80 of 200\ndone\n")).isTrue();
    assertThat(said).containsExactly("  people: 40", "  day 80 of 200", "  done");
    assertThat(whole(200, "broken off: ./wasl run --fresh begins anew\n")).isFalse();
    assertThat(whole(200, "people: 40\n")).isFalse();
    assertThat(whole(500, "a fault")).isFalse();
    assertThat(whole(404, "")).isFalse();
  }

  private boolean whole(int status, String answer) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/control/demo",
        call -> {
          var body = answer.getBytes(UTF_8);
          call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    server.start();
    try {
      var port = server.getAddress().getPort();
      var running = new RunFile("http://127.0.0.1:" + port, port, 1, "token");
      return DemoApplication.whole(new Control(running, "./wasl run"), said::add);
    } finally {
      server.stop(0);
    }
  }
}
