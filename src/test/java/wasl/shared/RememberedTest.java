package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final List<String> asked = new ArrayList<>();

  private String read(String key) {
    asked.add(key);
    return key + asked.size();
  }

  @Test
  void readsOnceWhileItIsYoungAndAgainWhenForgotten() {
    var remembered = new Remembered<>(Duration.ofDays(1), this::read);

    assertThat(remembered.get("a")).isEqualTo("a1");
    assertThat(remembered.get("a")).isEqualTo("a1");
    remembered.forget("a");
    assertThat(remembered.get("a")).isEqualTo("a2");
  }

  @Test
  void forgetsAllBeforeThereAreTooMany() {
    var remembered = new Remembered<>(Duration.ofDays(1), 2, this::read);
    remembered.get("a");
    remembered.get("b");
    remembered.get("c");

    assertThat(remembered.get("a")).isEqualTo("a4");
  }

  /** As many as it may hold are asked in turn, each again when it is old. */
  @Test
  void readingOneAnewForgetsNoOther() {
    var remembered = new Remembered<>(Duration.ofNanos(-1), 2, this::read);
    remembered.get("a");
    remembered.get("b");
    remembered.get("a");

    assertThat(remembered.size()).isEqualTo(2);
  }
}
