package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.shared.Refusal;
import wasl.shared.Refused;

class PasswordRuleTest {

  private static final EmailAddress EMAIL = EmailAddress.of("shilan.jaf@example.com");
  private static final String NAME = "Shilan Azad Jaf";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wasl-demo-2026",
        "three rivers meet",
        "سبع نخلات طويلة",
        "باران لە هەولێر",
        "correct horse battery staple"
      })
  void takesWhatIsLongAndNotGuessed(String typed) {
    assertThat(PasswordRule.accept(typed, EMAIL, NAME)).isEqualTo(typed);
  }

  @Test
  void takesOneHundredAndTwentyEightCharactersAndNoMore() {
    String longest = "abcdefgh".repeat(16);
    assertThat(PasswordRule.accept(longest, EMAIL, NAME)).hasSize(128);
    assertThat(refusal(longest + "i")).isEqualTo(new PartyRefused.PasswordLong(128));
  }

  @Test
  void refusesNineCharacters() {
    assertThat(refusal("kf83-2mdq")).isEqualTo(new PartyRefused.PasswordShort(10));
    assertThat(refusal(null)).isEqualTo(new PartyRefused.PasswordShort(10));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(refusal("🌴🌴🌴🌴🌴")).isEqualTo(new PartyRefused.PasswordShort(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "qwertyuiop",
        "Password123",
        "PASSWORD2026!",
        "!!!password!!!",
        "aaaaaaaaaaaa",
        "abababababab",
        "abcdefghijkl",
        "zyxwvutsrqpo",
        "shilan.jaf@example.com",
        "shilan.jaf2026",
        "Shilan Azad Jaf",
        "shilanazadjaf1"
      })
  void refusesWhatIsTriedFirst(String typed) {
    assertThat(refusal(typed)).isInstanceOf(PartyRefused.PasswordCommon.class);
  }

  @Test
  void makesOneOfCompatibleCharacters() {
    assertThat(PasswordRule.normal("ﷲ ｗａｓｌ")).isEqualTo(PasswordRule.normal("الله wasl"));
  }

  @Test
  void cutsWhatNoPasswordCanBeBeforeWorkingOnIt() {
    assertThat(PasswordRule.normal("x".repeat(1_000_000))).hasSizeLessThan(1_000);
  }

  private static Refusal refusal(String typed) {
    return catchThrowableOfType(Refused.class, () -> PasswordRule.accept(typed, EMAIL, NAME))
        .refusal();
  }
}
