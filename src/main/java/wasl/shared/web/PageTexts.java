package wasl.shared.web;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * The texts of a page as expression language reads them: {@code t['key']}, {@code t.of('key', …)}.
 */
public final class PageTexts extends AbstractMap<String, String> {

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

  /** A text with named arguments: a name, its value, the next name, its value. */
  public String of(String key, Object... namesAndValues) {
    return texts.of(key, namesAndValues);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return texts.patterns().entrySet();
  }
}
