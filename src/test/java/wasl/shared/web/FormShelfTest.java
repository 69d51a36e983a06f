package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormShelfTest {

  private static final long NOW = 5_000_000_000L;
  private final FormShelf shelf =
      new FormShelf(new FormShelf.Limits(Duration.ofHours(1), 10, 1_000, 4, 400));

  private void keep(String from, String name, long characters) {
    shelf.put(name, new KeptForms.Form(from, "/ar/", Map.of(), characters, NOW));
  }

  private List<String> left(String prefix) {
    return IntStream.range(0, 20)
        .mapToObj(number -> prefix + number)
        .filter(name -> shelf.get(name, NOW).isPresent())
        .toList();
  }

  @Test
  void whoeverSendsTooManyPushesOutTheirOwn() {
    keep("victim", "v0", 90);
    for (int i = 0; i < 20; i++) {
      keep("stranger", "s" + i, 1);
    }
    assertThat(left("v")).containsExactly("v0");
    assertThat(left("s")).containsExactly("s16", "s17", "s18", "s19");
  }

  @Test
  void whoeverSendsTooMuchPushesOutTheirOwn() {
    keep("victim", "v0", 90);
    keep("stranger", "s0", 300);
    keep("stranger", "s1", 300);
    assertThat(left("v")).containsExactly("v0");
    assertThat(left("s")).containsExactly("s1");
  }

  @Test
  void whenAllAreTooMuchWhoeverHoldsMostGivesWay() {
    keep("victim", "v0", 90);
    for (int i = 0; i < 20; i++) {
      keep("stranger " + i % 3, "s" + i, 200);
    }
    assertThat(left("v")).containsExactly("v0");
    assertThat(left("s")).hasSize(4);
  }

  @Test
  void anHourLaterItIsForgotten() {
    keep("victim", "v0", 90);
    assertThat(shelf.get("v0", NOW + Duration.ofHours(1).toNanos())).isPresent();
    assertThat(shelf.get("v0", NOW + Duration.ofHours(1).toNanos() + 1)).isEmpty();
  }

  @Test
  void theCookieHoldsTheNamesOfSeveralTabs() {
    assertThat(KeptForms.with("", "a")).isEqualTo("a");
    assertThat(KeptForms.with("a.b", "c")).isEqualTo("a.b.c");
    assertThat(KeptForms.with("a.b.c.d.e.f.g.h.i.j", "k")).isEqualTo("b.c.d.e.f.g.h.i.j.k");
  }

  @Test
  void manyEmptyFieldsWeighToo() {
    assertThat(KeptForms.characters(Map.of("a", new String[] {"", "xy"}, "b", new String[] {""})))
        .isEqualTo(305);
  }
}
