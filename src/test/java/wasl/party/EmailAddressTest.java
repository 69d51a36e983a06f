package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.shared.Refused;

class EmailAddressTest {

  @Test
  void keepsOneFormOfAnAddress() {
    assertThat(EmailAddress.of("  Shilan.Jaf@Example.COM ").value())
        .isEqualTo("shilan.jaf@example.com");
  }

  @Test
  void writesTheDomainInAscii() {
    assertThat(EmailAddress.of("a@bücher.example").value()).isEqualTo("a@xn--bcher-kva.example");
  }

  @Test
  void dropsInvisibleMarks() {
    assertThat(EmailAddress.of("\u200Fzainab\u202E@example.com\u2069").value())
        .isEqualTo("zainab@example.com");
  }

  @Test
  void takesFullWidthLettersForWhatTheyMean() {
    assertThat(EmailAddress.of("ａｚａｄ＠example.com").value()).isEqualTo("azad@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@",
        "a@",
        "@b.com",
        "a@b",
        "a b@c.com",
        "a@b..com",
        "a@-b.com",
        "a@b.c",
        "a\"b@c.com",
        "a@b.com, c@d.com",
        "زينب@example.com",
        "<a@b.com>",
        "a@1.2.3.4"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(PartyRefused.InvalidEmail.class));
  }

  @Test
  void refusesNothingAtAll() {
    assertThat(EmailAddress.parse(null)).isEmpty();
  }

  @Test
  void refusesOverlongAddresses() {
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b".repeat(60).concat(".").repeat(5) + "com")).isEmpty();
  }

  @Property
  void whateverIsTypedNeitherFailsNorChangesWhenReadAgain(@ForAll String typed) {
    EmailAddress.parse(typed)
        .ifPresent(email -> assertThat(EmailAddress.of(email.value())).isEqualTo(email));
  }
}
