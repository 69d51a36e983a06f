package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Property
  void comesBackFromItsCharacters(@ForAll long id) {
    assertThat(Ids.parse(Ids.text(id))).contains(id);
    assertThat(Ids.text(id)).hasSize(13);
  }

  @Test
  void isNothingForAnythingElse() {
    assertThat(Ids.parse(null)).isEmpty();
    assertThat(Ids.parse("")).isEmpty();
    assertThat(Ids.parse("../../etc/pass")).isEmpty();
    assertThat(Ids.parse("0000000000000000")).isEmpty();
    assertThat(Ids.parse("السلام عليكم ")).isEmpty();
    assertThat(Ids.parse("٠١٢٣٤٥٦٧٨٩٠١٢")).isEmpty();
  }

  @Test
  void isNewEachTimeAndSortsByTime() {
    Set<Long> seen = new HashSet<>();
    Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
    long last = 0;
    for (int i = 0; i < 20_000; i++) {
      long id = Ids.next();
      assertThat(id).isGreaterThan(last);
      assertThat(seen.add(id)).isTrue();
      last = id;
    }
    assertThat(Ids.firstAt(before)).isLessThanOrEqualTo(seen.stream().min(Long::compare).get());
    assertThat(Ids.firstAt(before.plusSeconds(60))).isGreaterThan(last);
  }
}
