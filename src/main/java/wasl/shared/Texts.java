package wasl.shared;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All words that people read, from the features' bundles {@code wasl/<feature>/messages_*}. Texts
 * are ICU message formats with named arguments; a text without arguments is returned as it stands.
 */
public final class Texts {

  /** A pattern with nothing but words and names of arguments. */
  private static final Pattern PLAIN = Pattern.compile("[^{}']*(\\{\\s*\\w+\\s*}[^{}']*)*");

  private static final int MOST_COUNTED = 2_000;

  private static final Map<Lang, Texts> ALL = load();

  private final Lang lang;
  private final Map<String, String> patterns;
  private final Set<String> plain;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final Map<Asked, String> counted = new ConcurrentHashMap<>();

  /** A text with numbers in it: there are few that pages say again and again. */
  private record Asked(String key, Map<String, ?> arguments) {}

  private Texts(Lang lang, Map<String, String> patterns) {
    this.lang = lang;
    // no Map.copyOf: among some thousand keys its probing was a twentieth of a page's time
    this.patterns = Collections.unmodifiableMap(new HashMap<>(patterns));
    this.plain =
        patterns.entrySet().stream()
            .filter(each -> PLAIN.matcher(each.getValue()).matches())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
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
    if (plain.contains(key)
        && arguments.values().stream().allMatch(CharSequence.class::isInstance)) {
      return filled(pattern, arguments);
    }
    if (!arguments.values().stream().allMatch(Texts::isSmall)) {
      return formatted(key, pattern, arguments);
    }
    Asked asked = new Asked(key, arguments);
    String known = counted.get(asked);
    if (known == null) {
      known = formatted(key, pattern, arguments);
      if (counted.size() >= MOST_COUNTED) {
        counted.clear();
      }
      counted.put(new Asked(key, Map.copyOf(arguments)), known);
    }
    return known;
  }

  private static boolean isSmall(Object argument) {
    return argument instanceof Integer
        || argument instanceof Long
        || argument instanceof String text && text.length() <= 40;
  }

  private String formatted(String key, String pattern, Map<String, ?> arguments) {
    MessageFormat parsed =
        formats.computeIfAbsent(key, missing -> new MessageFormat(pattern, lang.locale()));
    // A MessageFormat is not safe for use by several threads at once, and a copy costs more.
    synchronized (parsed) {
      return parsed.format(arguments, new StringBuffer(), null).toString();
    }
  }

  /** What a format would make of words in a pattern without plurals, at a tenth of its cost. */
  private static String filled(String pattern, Map<String, ?> arguments) {
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      String name = pattern.substring(open + 1, close).strip();
      Object value = arguments.get(name);
      text.append(pattern, from, open).append(value == null ? "{" + name + "}" : value);
      from = close + 1;
    }
    return text.append(pattern, from, pattern.length()).toString();
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
