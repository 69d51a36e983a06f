package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wasl.shared.web.markup.Markup;

class PlainAddressesTest {

  private static final Path WEBAPP = Path.of("webapp");

  /** A form's component in one of them would leave it to Faces, at a tenth of the speed. */
  @Test
  void everyPlainPageIsOfNothingButMarkup() {
    var plain = Addresses.ALL.stream().filter(Address::plain).map(Address::view).toList();

    assertThat(plain).contains("/site/home.xhtml", "/site/listings.xhtml", "/site/listing.xhtml");
    assertThat(plain)
        .allSatisfy(
            view ->
                assertThat(Markup.read(view, PlainAddressesTest::open, Map.of()))
                    .as(view)
                    .isNotNull());
  }

  private static InputStream open(String path) {
    try {
      return Files.newInputStream(WEBAPP.resolve(path.substring(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
