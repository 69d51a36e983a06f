package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {

  private final Seal seal = new Seal("the key of today", Optional.of("the key before"));

  @Test
  void opensWhatItClosed() {
    String kept = seal.close("/reset/سرّ");
    assertThat(kept).doesNotContain("reset").isNotEqualTo(seal.close("/reset/سرّ"));
    assertThat(seal.open(kept)).isEqualTo("/reset/سرّ");
  }

  @Test
  void opensWhatTheKeyBeforeClosed() {
    String kept = new Seal("the key before", Optional.empty()).close("x");
    assertThat(seal.open(kept)).isEqualTo("x");
  }

  @Test
  void leavesAloneWhatWasNeverSealed() {
    assertThat(seal.open("{\"text\":1}")).isEqualTo("{\"text\":1}");
  }

  @Test
  void refusesWhatAnotherKeyClosedAndWhatWasChanged() {
    String other = new Seal("somebody else's", Optional.empty()).close("x");
    assertThatIllegalStateException().isThrownBy(() -> seal.open(other));
    String kept = seal.close("x");
    String changed =
        kept.substring(0, 12) + (kept.charAt(12) == 'A' ? 'B' : 'A') + kept.substring(13);
    assertThatIllegalStateException().isThrownBy(() -> seal.open(changed));
  }

  @Test
  void aTokenStandsInAnAddressAndOpensForUsOnly() {
    String token = seal.token("stop follow 1");
    assertThat(token).matches("[A-Za-z0-9_-]+").isNotEqualTo(seal.token("stop follow 1"));
    assertThat(seal.opened(token)).contains("stop follow 1");
    assertThat(seal.opened(new Seal("the key before", Optional.empty()).token("x"))).contains("x");
    assertThat(seal.opened(new Seal("somebody else's", Optional.empty()).token("x"))).isEmpty();
    for (String none : new String[] {"", "x", "stop follow 1", "%%%", token.substring(1)}) {
      assertThat(seal.opened(none)).as(none).isEmpty();
    }
  }
}
