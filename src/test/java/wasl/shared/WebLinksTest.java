package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://evil.example/x",
        "HTTP : //evil.example",
        "hxxps://evil[.]example",
        "www.evil.example",
        "WWW . evil . net",
        "go to evil.com now",
        "EVIL.COM",
        "زوروا evil.iq اليوم",
        "بڕوانە evil.krd",
        "evil\u3002com",
        "evil\uFF0Ecom",
        "ev\u200Bil.co\u200Dm",
        "evil [dot] com",
        "evil dot com",
        "evil (نقطة) com",
        "wa.me/9647701234567",
        "t.me/somebody",
        "bit.ly",
        "shop.example/pay",
        "write to me@mail.example",
        "me @ mail . example",
        "[here](evil)",
        "[a]: evil.example/x",
        "<a href=x>here</a>",
        "< IMG src=x>",
        "mailto:me",
        "xn--wgbl6a",
        "javascript:alert(1)"
      })
  void findsAnAddress(String text) {
    assertThat(WebLinks.in(text)).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We bought it.It works.",
        "Open since 8.30 a.m., closed at 5 p.m.",
        "e.g. wool, i.e. what we spin.",
        "12.500 dinars, 1,250.75 dollars",
        "report.pdf is in the documents",
        "Mr.Karim and Dr.Ali came",
        "call 0770 123 4567, tel: 0770 123 4567",
        "The goal is 3:2 (see above) [note 1] (and more)",
        "وصلت الماكينة.بدأ العمل اليوم، الحمد لله.",
        "ئامێرەکە گەیشت. کار دەستی پێکرد.",
        "زينب كريم",
        "سعر الوحدة: 12.5 دولار",
        "a dot on the map",
        "our shop.Live music on Friday",
        "5 < 7 and a > b",
        "@ the market, 50 @ 3 dollars each"
      })
  void leavesOrdinaryWordsAlone(String text) {
    assertThat(WebLinks.in(text)).as(text).isFalse();
  }

  @Test
  void isQuickOverTheLongestNonsense() {
    String nonsense = "a-".repeat(4_000) + "@".repeat(100) + ".".repeat(4_000);
    Assertions.assertTimeout(Duration.ofSeconds(2), () -> WebLinks.in(nonsense));
  }

  @Test
  void nothingHasNone() {
    assertThat(WebLinks.in(null)).isFalse();
  }
}
