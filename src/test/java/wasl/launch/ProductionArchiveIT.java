package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Clock, mailbox, fake gateway and demo data are not switched off in production: they are absent.
 */
class ProductionArchiveIT {

  private static final String CLASSES = "WEB-INF/classes/";
  private static final List<String> ADDRESSES =
      List.of("control/clock", "control/demo", "control/bench");

  @Test
  void nothingOfTheDemoIsInTheProductionArchive() throws Exception {
    assertThat(demo("target/wasl.war")).isEmpty();
    assertThat(addresses("target/wasl.war")).isEmpty();
  }

  /** What is looked for would be found. */
  @Test
  void theDemosArchiveHasIt() throws Exception {
    assertThat(demo("target/wasl-demo.war")).anyMatch(it -> it.endsWith("/ClockResource.class"));
    assertThat(addresses("target/wasl-demo.war"))
        .contains("control/clock", "control/demo", "control/bench");
  }

  /** Its classes, files and migrations. */
  private static List<String> demo(String archive) throws IOException {
    try (var war = new ZipFile(archive)) {
      return war.stream()
          .map(entry -> entry.getName())
          .filter(it -> it.matches(CLASSES + "(wasl/(sandbox|launch|bench)/|db/sandbox/).*[^/]"))
          .toList();
    }
  }

  private static List<String> addresses(String archive) throws IOException {
    var found = new ArrayList<String>();
    try (var war = new ZipFile(archive)) {
      for (var entry : war.stream().filter(it -> it.getName().startsWith(CLASSES)).toList()) {
        try (InputStream in = war.getInputStream(entry)) {
          var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
          ADDRESSES.stream().filter(text::contains).forEach(found::add);
        }
      }
    }
    return found;
  }
}
