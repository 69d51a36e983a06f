package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.shared.Refused;

class PersonNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "زينب",
        "زينب علي الجبوري",
        "کاروان ئازاد ڕەسوڵ",
        "Zainab Al-Jubouri",
        "Sinéad O’Connor",
        "Turhan Ahmed Mahmoud Hasan Ali Bayatli"
      })
  void takesNamesAsTheirOwnersWriteThem(String typed) {
    assertThat(PersonName.of(typed).value()).isEqualTo(typed);
  }

  @Test
  void dropsControlsAndMarksThatTurnTheReadingDirection() {
    assertThat(PersonName.of(" \u202Eزينب\u0007\t  علي\n").value()).isEqualTo("زينب علي");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "123",
        "...",
        "one two three four five six seven",
        "<script>alert(1)</script>",
        "a@b",
        "Zainab ☺"
      })
  void refusesWhatIsNoName(String typed) {
    assertThatThrownBy(() -> PersonName.of(typed))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(PartyRefused.InvalidName.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.com", "Zainab www.evil.example", "زينب evil.com", "Zainab t.me/x"})
  void refusesLinksAndSaysSo(String typed) {
    assertThatThrownBy(() -> PersonName.of(typed))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PartyRefused.LinkInName()));
  }

  @Test
  void refusesOverlongNames() {
    assertThatThrownBy(() -> PersonName.of("ا".repeat(121))).isInstanceOf(Refused.class);
  }
}
