package wasl.listing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.listing.ListingIncomplete;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Texts;

class ReadinessTest {

  @Test
  void everythingThatMayBeLackingHasItsFieldAndItsReason() throws ReflectiveOperationException {
    List<ListingIncomplete> all = new ArrayList<>();
    collect(ListingIncomplete.class, all);
    assertThat(all).hasSizeGreaterThan(35);
    for (ListingIncomplete each : all) {
      assertThat(Readiness.field(each, Lang.AR, Lang.CKB)).as(each.toString()).startsWith("f:");
      for (Lang lang : Lang.values()) {
        assertThat(Texts.in(lang).get(Readiness.why(each))).doesNotContain("⟦").isNotBlank();
      }
    }
  }

  @Test
  void aRowIsNamedByItsPlaceAndATextByItsLanguage() {
    assertThat(Readiness.field(new ListingIncomplete.MilestonePast(3), Lang.EN, Lang.EN))
        .isEqualTo("f:lines:2:dueOn");
    assertThat(Readiness.field(new ListingIncomplete.TitleMissing(), Lang.CKB, Lang.CKB))
        .isEqualTo("f:title-ckb");
    assertThat(Readiness.field(new ListingIncomplete.TitleMissing(), Lang.CKB, Lang.EN))
        .isEqualTo("f:title-en");
    assertThat(Readiness.field(new ListingIncomplete.StoryMissing(), Lang.EN, null))
        .isEqualTo("f:story-en");
    assertThat(
            Readiness.field(new ListingIncomplete.TranslationIncomplete(Lang.AR), Lang.EN, Lang.EN))
        .isEqualTo("f:title-ar");
  }

  private static void collect(Class<?> type, List<ListingIncomplete> into)
      throws ReflectiveOperationException {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.isRecord()) {
        into.add((ListingIncomplete) made(each));
      } else {
        collect(each, into);
      }
    }
  }

  private static Object made(Class<?> record) throws ReflectiveOperationException {
    RecordComponent[] parts = record.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(types).map(ReadinessTest::value).toArray();
    var constructor = record.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == Money.class) {
      return Money.minor(1, Currency.USD);
    }
    return type == Lang.class ? Lang.EN : "1";
  }
}
