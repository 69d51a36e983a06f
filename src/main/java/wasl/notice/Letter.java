package wasl.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * What one reader is told. Its words can be had in every language: the notice in the application
 * follows the language of the page, the mail that of the reader.
 *
 * @param values the texts' arguments: amounts, instants, days, plain texts, or a function of the
 *     language for what is itself written in three; a constant chooses between words and is not
 *     written itself
 * @param path where the link leads, without language; null for a letter without a link
 * @param inside whether it also stands in the application; letters with a secret link do not
 * @param mailPath where the mail's link leads instead, by a secret that must not stand in the
 *     application; null where both lead to the same
 * @param follow the id of what its reader follows, for letters because of that; else null
 */
record Letter(
    Reader to,
    NoticeKind kind,
    Map<String, Object> values,
    String path,
    boolean inside,
    String mailPath,
    Long follow) {
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  Letter(Reader to, NoticeKind kind, Map<String, Object> values, String path, boolean inside) {
    this(to, kind, values, path, inside, null, null);
  }

  Letter(
      Reader to,
      NoticeKind kind,
      Map<String, Object> values,
      String path,
      boolean inside,
      Long follow) {
    this(to, kind, values, path, inside, null, follow);
  }

  /** The same with another link in the mail. */
  Letter mailing(String otherPath) {
    return new Letter(to, kind, values, path, inside, otherPath, follow);
  }

  /** Where the mail's link leads, without language; null for a letter without a link. */
  String linkPath() {
    return mailPath == null ? path : mailPath;
  }

  /** The title in a language, also the mail's subject. */
  String title(Lang lang) {
    return Texts.in(lang).of(kind.title(), words(lang));
  }

  /** The text in a language; paragraphs are separated by line ends. */
  String text(Lang lang) {
    return Texts.in(lang).of(kind.text(), words(lang));
  }

  /** The link's name in a language. */
  String link(Lang lang) {
    return Texts.in(lang).get(kind.link());
  }

  private Map<String, Object> words(Lang lang) {
    Map<String, Object> words = new HashMap<>();
    values.forEach((name, value) -> words.put(name, word(value, lang)));
    return words;
  }

  /** Isolated, so that neither an amount nor a title in another script turns the line around. */
  private static Object word(Object value, Lang lang) {
    if (value instanceof Number) {
      return value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return ISOLATE + plain(value, lang) + END;
  }

  @SuppressWarnings("unchecked")
  private static String plain(Object value, Lang lang) {
    Formats formats = Formats.in(lang);
    if (value instanceof Money money) {
      return formats.money(money);
    }
    if (value instanceof Instant instant) {
      return formats.dateTime(instant);
    }
    if (value instanceof LocalDate day) {
      return formats.date(day);
    }
    if (value instanceof Function<?, ?> inLanguage) {
      return String.valueOf(((Function<Lang, ?>) inLanguage).apply(lang));
    }
    return String.valueOf(value);
  }
}
