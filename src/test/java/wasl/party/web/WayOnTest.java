package wasl.party.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WayOnTest {

  @Test
  void leadsOnToAPageOfOurs() {
    assertThat(WayOn.safe("/my/listings/0K7V3Q9XH2M4D/edit?step=2"))
        .isEqualTo("/my/listings/0K7V3Q9XH2M4D/edit?step=2");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "my/listings"
      })
  void neverLeadsElsewhere(String next) {
    assertThat(WayOn.safe(next)).isEqualTo("/");
  }
}
