package wasl.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The three languages, equal in every page, mail and error. Direction and formatting locale stand
 * here because the JDK's own answers are wrong for Sorani ({@code ComponentOrientation} calls it
 * left-to-right) and because digits are Latin in all three ({@code -u-nu-latn}).
 */
public enum Lang {
  AR("ar", "العربية", "rtl", "ar-IQ-u-nu-latn"),
  CKB("ckb", "کوردی", "rtl", "ckb-IQ-u-nu-latn"),
  EN("en", "English", "ltr", "en-GB-u-nu-latn");

  /** The language of a visitor of whom nothing is known. */
  public static final Lang FIRST = AR;

  /** What browsers send is nearly always the same, and reading it costs more than a kept page. */
  private static final Map<String, Lang> ACCEPTED = new ConcurrentHashMap<>();

  private static final int MOST_ACCEPTED = 500;

  private final String code;
  private final String ownName;
  private final String dir;
  private final Locale locale;

  Lang(String code, String ownName, String dir, String localeTag) {
    this.code = code;
    this.ownName = ownName;
    this.dir = dir;
    this.locale = Locale.forLanguageTag(localeTag);
  }

  /** The code in addresses, {@code lang} attributes and the database: ar, ckb or en. */
  public String code() {
    return code;
  }

  /** The code, for expression language. */
  public String getCode() {
    return code;
  }

  /** The language's name in itself. */
  public String getOwnName() {
    return ownName;
  }

  /** {@code rtl} or {@code ltr}. */
  public String getDir() {
    return dir;
  }

  /** The locale for formatting, with Latin digits. */
  public Locale locale() {
    return locale;
  }

  /** All languages, the page's own first. */
  public List<Lang> getOthers() {
    return Arrays.stream(values()).filter(other -> other != this).toList();
  }

  /** The language with this code, if there is one. */
  public static Optional<Lang> of(String code) {
    return Arrays.stream(values()).filter(lang -> lang.code.equals(code)).findFirst();
  }

  /**
   * The best language for an {@code Accept-Language} header (RFC 9110, 12.5.4): the first of its
   * ranges by quality that is one of ours. {@code ku} counts as Sorani.
   */
  public static Lang accepted(String header) {
    if (header == null || header.isBlank()) {
      return FIRST;
    }
    Lang known = ACCEPTED.get(header);
    if (known == null) {
      known = read(header);
      if (header.length() <= 100 && ACCEPTED.size() < MOST_ACCEPTED) {
        ACCEPTED.put(header, known);
      }
    }
    return known;
  }

  private static Lang read(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(range -> range.getRange().split("-", 2)[0])
          .map(code -> code.equals("ku") ? "ckb" : code)
          .flatMap(code -> of(code).stream())
          .findFirst()
          .orElse(FIRST);
    } catch (IllegalArgumentException malformed) {
      return FIRST;
    }
  }
}
