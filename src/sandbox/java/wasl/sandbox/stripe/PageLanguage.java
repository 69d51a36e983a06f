package wasl.sandbox.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The languages of the hosted pages, each with its texts. */
enum PageLanguage {
  AR("العربية", "rtl"),
  CKB("کوردی", "rtl"),
  EN("English", "ltr");

  /** The language's name in itself. */
  final String ownName;

  final String direction;
  private final Properties texts;

  PageLanguage(String ownName, String direction) {
    this.ownName = ownName;
    this.direction = direction;
    this.texts = read("/wasl/sandbox/messages_" + code() + ".properties");
  }

  private static Properties read(String path) {
    Properties texts = new Properties();
    try (InputStream in = PageLanguage.class.getResourceAsStream(path)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language with the code, or {@code null}. */
  static PageLanguage coded(String code) {
    for (PageLanguage language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    return null;
  }

  /** The language that stands in the address's path as {@code /ar/}, or {@code null}. */
  static PageLanguage inAddress(String address) {
    for (PageLanguage language : values()) {
      if (address.matches("[^?#]*//[^/?#]+/" + language.code() + "(/.*|[?#].*)?")) {
        return language;
      }
    }
    return null;
  }

  /** The first language of an {@code Accept-Language} header that there is; else English. */
  static PageLanguage accepted(String header) {
    if (header != null) {
      try {
        for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
          String code = range.getRange().split("-", 2)[0];
          PageLanguage language = coded(code.equals("ku") ? "ckb" : code);
          if (language != null) {
            return language;
          }
        }
      } catch (IllegalArgumentException e) {
        return EN; // a header that no browser sends
      }
    }
    return EN;
  }

  /** The text of the key {@code sandbox.…}, its placeholders filled by name and value pairs. */
  String say(String key, String... values) {
    String text = texts.getProperty("sandbox." + key);
    if (text == null) {
      throw new IllegalArgumentException("no text for sandbox." + key + " in " + code());
    }
    for (int i = 0; i < values.length; i += 2) {
      text = text.replace("{" + values[i] + "}", values[i + 1]);
    }
    return text;
  }

  /** An amount in minor units, as the glossary writes it; cents only when there are any. */
  String money(long minor, String currency) {
    String units = String.format(Locale.ROOT, "%,d", minor / 100);
    String cents = minor % 100 == 0 ? "" : String.format(Locale.ROOT, ".%02d", minor % 100);
    return say("money." + currency, "n", units + cents);
  }
}
