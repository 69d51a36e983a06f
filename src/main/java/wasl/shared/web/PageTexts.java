package wasl.shared.web;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * The texts of a page as expression language reads them: {@code t['key']}, {@code t.of('key', …)}.
 */
public final class PageTexts extends AbstractMap<String, String> {

  /** An institution's or officer's number up to its last hyphen: browsers break behind each. */
  private static final Pattern NUMBER = Pattern.compile("(?:IQ|KRG)-[A-Z]{1,8}(?:-(?=[0-9]))?");

  private final Texts texts;

  PageTexts(Lang lang) {
    this.texts = Texts.in(lang);
  }

  @Override
  public String get(Object key) {
    return texts.get(String.valueOf(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return texts.has(String.valueOf(key));
  }

  /**
   * A text with named arguments: a name, its value, the next name, its value. A number like
   * IQ-MOMD-0004 in it stays on one line, by a word joiner behind each hyphen.
   */
  public String of(String key, Object... namesAndValues) {
    String text = texts.of(key, namesAndValues);
    // most texts have no number: a page has a hundred, and looking with the pattern is slow
    return text.contains("IQ-") || text.contains("KRG-")
        ? NUMBER.matcher(text).replaceAll(number -> number.group().replace("-", "-\u2060"))
        : text;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return texts.patterns().entrySet();
  }
}
