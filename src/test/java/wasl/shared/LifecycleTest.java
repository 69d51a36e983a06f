package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private enum Light {
    RED,
    GREEN,
    DARK
  }

  private enum Switch {
    GO,
    HALT,
    BREAK
  }

  private static final Lifecycle<Light, Switch> LIGHTS =
      Lifecycle.from(Light.RED, Light.class, Switch.class)
          .on(Light.RED, Switch.GO, Light.GREEN)
          .on(Light.GREEN, Switch.HALT, Light.RED)
          .on(EnumSet.of(Light.RED, Light.GREEN), Switch.BREAK, Light.DARK)
          .done();

  @Test
  void leadsOnlyWhereTheTableSays() {
    assertThat(LIGHTS.start()).isEqualTo(Light.RED);
    assertThat(LIGHTS.next(Light.RED, Switch.GO)).contains(Light.GREEN);
    assertThat(LIGHTS.next(Light.RED, Switch.HALT)).isEmpty();
    assertThat(LIGHTS.allows(Light.DARK, Switch.GO)).isFalse();
    assertThat(LIGHTS.actions(Light.GREEN)).containsExactly(Switch.HALT, Switch.BREAK);
    assertThat(LIGHTS.actions(Light.DARK)).isEmpty();
  }

  @Test
  void refusesTwoWaysOutByOneAction() {
    var table =
        Lifecycle.from(Light.RED, Light.class, Switch.class).on(Light.RED, Switch.GO, Light.GREEN);
    assertThatThrownBy(() -> table.on(Light.RED, Switch.GO, Light.DARK))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void drawsItself() {
    assertThat(LIGHTS.mermaid())
        .isEqualTo(
            """
            stateDiagram-v2
              [*] --> RED
              RED --> GREEN: go
              RED --> DARK: break
              GREEN --> RED: halt
              GREEN --> DARK: break
            """);
  }
}
