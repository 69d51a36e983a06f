package wasl.shared;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Countries of ISO 3166-1 and their names: our own where the Unicode repository's is missing or not
 * the one heard in Iraq, else the repository's (CLDR), in Sorani with the letter h as we write it.
 */
public final class Countries {

  /** Where most Iraqis abroad live; offered first. */
  public static final List<String> DIASPORA =
      List.of(
          "DE", "SE", "US", "TR", "GB", "AU", "CA", "NL", "JO", "IR", "AE", "DK", "NO", "FI", "AT",
          "BE", "FR", "CH", "GR", "LB", "NZ", "IQ");

  private static final Set<String> CODES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final Map<Lang, Map<String, String>> NAMES = new EnumMap<>(Lang.class);

  static {
    for (Lang lang : Lang.values()) {
      NAMES.put(lang, names(lang));
    }
  }

  private Countries() {}

  /** Whether there is such a country. */
  public static boolean known(String code) {
    return code != null && CODES.contains(code);
  }

  /** The name in a language; the code itself for what is no country. */
  public static String name(String code, Lang lang) {
    return NAMES.get(lang).getOrDefault(code, code);
  }

  /** All countries, in the order of their names in a language. */
  public static Map<String, String> in(Lang lang) {
    return NAMES.get(lang);
  }

  private static Map<String, String> names(Lang lang) {
    ULocale locale = ULocale.forLocale(lang.locale());
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    Collator order = Collator.getInstance(locale);
    Map<String, String> sorted = new LinkedHashMap<>();
    CODES.stream()
        .map(code -> Map.entry(code, name(code, lang, names)))
        .sorted((one, other) -> order.compare(one.getValue(), other.getValue()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static String name(String code, Lang lang, LocaleDisplayNames names) {
    String own = "shared.country." + code;
    if (Texts.in(lang).has(own)) {
      return Texts.in(lang).get(own);
    }
    String name = names.regionDisplayName(code);
    return lang == Lang.CKB ? name.replace('\u06BE', '\u0647') : name;
  }
}
