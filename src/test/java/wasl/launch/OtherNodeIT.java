package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What happens on one node is shown by another within the two seconds that the front page promises:
 * by pages that the other one keeps in memory, and by its own index.
 */
@Tag("launched")
@Tag("long")
class OtherNodeIT {

  private static final Duration PROMISED = Duration.ofSeconds(2);

  private static final List<String> LISTS =
      List.of("/en/listings", "/en/listings?sort=NEWEST", "/en/listings?q=boatyard");

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void showsANewProjectAndItsPledgesWithinTwoSeconds() throws Exception {
    try (var nodes = new KilledInstallation(2, Map.of(), Duration.ofMinutes(3))) {
      var earlier = nodes.campaign(20, 0);
      nodes.until(
          "the other node has an index",
          () -> nodes.page(1, "/en/listings?q=boatyard").contains(earlier));
      var over = new AtomicBoolean();
      var visitors = new Thread(() -> visit(nodes, over));
      visitors.start();
      try {
        var listing = nodes.campaign(20, 0);

        await()
            .atMost(PROMISED)
            .pollInterval(Duration.ofMillis(50))
            .untilAsserted(
                () -> {
                  for (var list : LISTS) {
                    assertThat(nodes.page(1, list)).as(list).contains("/listings/" + listing);
                  }
                  var own = "/en/listings/" + listing;
                  assertThat(funding(nodes.page(1, own))).isEqualTo(funding(nodes.page(0, own)));
                  assertThat(figures(nodes.page(1, "/en/")))
                      .isEqualTo(figures(nodes.page(0, "/en/")));
                });
        assertThat(figures(nodes.page(1, "/en/"))).contains("<dd>2</dd>");
      } finally {
        over.set(true);
        visitors.join();
      }
    }
  }

  /** So that the other node has each page in its memory at any moment. */
  private static void visit(KilledInstallation nodes, AtomicBoolean over) {
    while (!over.get()) {
      nodes.visit(1, "/en/");
      LISTS.forEach(list -> nodes.visit(1, list));
    }
  }

  /** What has been pledged to a listing. */
  private static String funding(String page) {
    return between(page, "<section class=\"fund\"", "</section>");
  }

  /** Money and projects; decisions of institutions are told to be older. */
  private static String figures(String page) {
    return between(page, "<dl class=\"figs\">", "Number of cases");
  }

  private static String between(String page, String from, String to) {
    int at = page.indexOf(from);
    return page.substring(at, page.indexOf(to, at));
  }
}
