package wasl.shared;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All words that people read, from the features' bundles {@code wasl/<feature>/messages_*}. Texts
 * are ICU message formats with named arguments; a text without arguments is returned as it stands.
 */
public final class Texts {

  private static final Map<Lang, Texts> ALL = load();

  private final Lang lang;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(Lang lang, Map<String, String> patterns) {
    this.lang = lang;
    this.patterns = Map.copyOf(patterns);
  }

  /** The texts of a language. */
  public static Texts in(Lang lang) {
    return ALL.get(lang);
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** All keys and their patterns, for tests. */
  public Map<String, String> patterns() {
    return patterns;
  }

  /** The text without arguments; a missing one shows its key, which a test forbids. */
  public String get(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return "⟦" + key + "⟧";
    }
    return pattern.indexOf('{') < 0 ? pattern : format(key, pattern, Map.of());
  }

  /**
   * The text with named arguments.
   *
   * @param namesAndValues a name, its value, the next name, its value
   */
  public String of(String key, Object... namesAndValues) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      arguments.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return of(key, arguments);
  }

  /** The text with named arguments. */
  public String of(String key, Map<String, ?> arguments) {
    String pattern = patterns.get(key);
    return pattern == null ? "⟦" + key + "⟧" : format(key, pattern, arguments);
  }

  private String format(String key, String pattern, Map<String, ?> arguments) {
    MessageFormat parsed =
        formats.computeIfAbsent(key, missing -> new MessageFormat(pattern, lang.locale()));
    // A MessageFormat is not safe for use by several threads at once; a copy is.
    return ((MessageFormat) parsed.clone()).format(arguments, new StringBuffer(), null).toString();
  }

  private static Map<Lang, Texts> load() {
    Map<Lang, Texts> all = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Map<String, String> patterns = new HashMap<>();
      for (String feature : Features.IN_ORDER) {
        read("/wasl/" + feature + "/messages.properties", patterns);
        read("/wasl/" + feature + "/messages_" + lang.code() + ".properties", patterns);
      }
      all.put(lang, new Texts(lang, patterns));
    }
    return all;
  }

  private static void read(String resource, Map<String, String> into) {
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        return;
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      properties.forEach((key, value) -> into.put(key.toString(), value.toString()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
  }
}
