package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachAloneTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void countsWhatWasDone() {
    assertThat(EachAlone.of(List.of("ab", "c"), this::lengthOf)).isEqualTo(3);
  }

  @Test
  void whatFailsKeepsNobodyFromTheirTurnAndIsSeen() {
    assertThatThrownBy(() -> EachAlone.of(List.of("a", "", "b", ""), this::lengthOf))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(fault -> assertThat(fault.getSuppressed()).hasSize(1));
    assertThat(done).containsExactly("a", "b");
  }

  private int lengthOf(String piece) {
    if (piece.isEmpty()) {
      throw new IllegalStateException("nothing there");
    }
    done.add(piece);
    return piece.length();
  }
}
