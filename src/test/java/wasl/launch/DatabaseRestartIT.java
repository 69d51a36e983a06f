package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.harness.TestInstallation;

/**
 * The database dies under the running application and comes back. The pool proves a connection at
 * most once in five seconds, so one that broke within that time may still be handed out once; then
 * all is well again without anybody's help.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DatabaseRestartIT {

  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void recoversByItself() {
    var surroundings = TestInstallation.get().surroundings();
    Assumptions.assumeTrue(surroundings.database() instanceof MariaDb, "the server is not ours");
    // opens connections, so that the pool holds some that will be broken
    assertThat(answers(20)).containsOnly(200);

    ((MariaDb) surroundings.database()).kill();
    assertThat(answers(1)).containsExactly(503);
    surroundings.revive();

    long end = System.nanoTime() + RECOVERED_WITHIN.toNanos();
    var after = answers(40);
    while (after.contains(503) && System.nanoTime() < end) {
      after = answers(40);
    }
    assertThat(after).containsOnly(200);
  }

  private List<Integer> answers(int count) {
    var request =
        HttpRequest.newBuilder(URI.create(TestInstallation.get().url() + "/health/ready")).build();
    var calls =
        IntStream.range(0, count)
            .mapToObj(it -> http.sendAsync(request, BodyHandlers.discarding()))
            .toList();
    return calls.stream().map(CompletableFuture::join).map(it -> it.statusCode()).toList();
  }
}
