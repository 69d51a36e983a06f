package wasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wasl.money.MoneyArguments;
import wasl.shared.Features;
import wasl.shared.Lang;
import wasl.shared.Refusal;

/**
 * The three languages are equal: same keys, same arguments, nothing left in English, and the
 * spelling rules of each. Every word that code or a page asks for is there.
 */
class TranslationsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/wasl");

  /** Names and abbreviations that are written in Latin letters in every language. */
  private static final Set<String> LATIN =
      Set.of(
          "Wasl",
          "Stripe",
          "PDF",
          "JPEG",
          "PNG",
          "WebP",
          "IBAN",
          "USD",
          "EUR",
          "IQD",
          "QR",
          "CSV",
          "JSON",
          "JSONL",
          "hledger",
          "ISO",
          "UTC",
          "TOTP",
          "MB",
          "KB",
          "ISIC",
          "ISCO",
          "Markdown",
          "REST",
          "API",
          "HTTP",
          "https",
          "http",
          "URL",
          "www",
          "com",
          "wasl",
          "example",
          "demo",
          "name",
          "DEBIT",
          "CREDIT",
          "Rev",
          "YouTube",
          "Vimeo",
          "webhook",
          "IPM",
          "IBM",
          "Plex",
          "Visa",
          "Idempotency",
          "Key",
          "Mastercard",
          "OK",
          "SHA",
          "OFL",
          "Merkle",
          "id",
          "ID");

  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

  /** Letters that Sorani does not have; where they stand, an Arabic keyboard or text was used. */
  private static final Pattern NOT_SORANI =
      Pattern.compile(
          "[\\u0643\\u064A\\u0649\\u0629\\u06BE\\u0640\\u200C\\u200D\\u064B-\\u0652"
              + "\\u062B\\u0630\\u0635\\u0636\\u0637\\u0638]");

  private static final Pattern FINAL_HEH = Pattern.compile("\\u0647(?!\\p{L})");
  private static final Pattern INITIAL_R = Pattern.compile("(?<![\\p{L}\\p{M}])\\u0631(?=\\p{L})");
  private static final Pattern INITIAL_VOWEL =
      Pattern.compile("(?<![\\p{L}\\p{M}}#])[\\u06D5\\u06CE\\u06C6]\\p{L}");

  /** Kurdish letters and presentation that Arabic texts do not have. */
  private static final Pattern NOT_ARABIC =
      Pattern.compile(
          "[\\u06D5\\u06CE\\u06C6\\u0695\\u06B5\\u06A4\\u06AF\\u06A9\\u06CC\\u06BE]|\\u0640(?=\\p{IsArabic})");

  private static final Pattern INDIC_DIGIT = Pattern.compile("[\\u0660-\\u0669\\u06F0-\\u06F9]");
  private static final Set<String> ARABIC_PLURALS =
      Set.of("zero", "one", "two", "few", "many", "other");

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("wasl");

  private final List<String> problems = new ArrayList<>();

  @Test
  void all_languages_have_the_same_keys() throws IOException {
    for (String feature : features()) {
      Set<String> english = new TreeSet<>(texts(feature, Lang.EN).keySet());
      for (Lang lang : Lang.values()) {
        Set<String> keys = texts(feature, lang).keySet();
        missing(english, keys, feature + " lacks in " + lang);
        missing(keys, english, feature + " has only in " + lang);
      }
    }
    for (String bundle : List.of("wasl/shared/Faces", "ValidationMessages")) {
      Set<String> arabic = read(BUNDLES.getParent().resolve(bundle + "_ar.properties")).keySet();
      Set<String> sorani = read(BUNDLES.getParent().resolve(bundle + "_ckb.properties")).keySet();
      missing(arabic, sorani, bundle + " lacks in ckb");
      missing(sorani, arabic, bundle + " lacks in ar");
    }
    none();
  }

  @Test
  void every_key_begins_with_its_feature() throws IOException {
    for (String feature : features()) {
      for (Lang lang : Lang.values()) {
        texts(feature, lang).keySet().stream()
            .filter(key -> !key.startsWith(feature + "."))
            .forEach(key -> problems.add(lang + " " + key));
      }
      read(BUNDLES.resolve(feature).resolve("messages.properties")).keySet().stream()
          .filter(key -> !key.startsWith(feature + "."))
          .forEach(key -> problems.add(key));
    }
    none();
  }

  @Test
  void no_key_stands_twice_in_a_file() throws IOException {
    for (String feature : features()) {
      for (Lang lang : Lang.values()) {
        Set<String> seen = new TreeSet<>();
        try (BufferedReader lines = Files.newBufferedReader(bundle(feature, lang), UTF_8)) {
          lines
              .lines()
              .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
              .map(line -> line.substring(0, line.indexOf('=')).trim())
              .filter(key -> !seen.add(key))
              .forEach(key -> problems.add(lang + " " + key));
        }
      }
    }
    none();
  }

  @Test
  void all_languages_use_the_same_arguments() throws IOException {
    for (String feature : features()) {
      Map<String, String> english = texts(feature, Lang.EN);
      for (Lang lang : Lang.values()) {
        texts(feature, lang)
            .forEach(
                (key, text) -> {
                  String original = english.get(key);
                  if (original != null && !arguments(text).equals(arguments(original))) {
                    problems.add(lang + " " + key + " " + arguments(text));
                  }
                });
      }
    }
    none();
  }

  @Test
  void plurals_carry_every_form_of_their_language() throws IOException {
    each(
        (lang, key, text) -> {
          MessagePattern pattern = new MessagePattern(text);
          for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
              checkPlural(lang, key, selectors(pattern, i));
            }
          }
        });
    none();
  }

  private void checkPlural(Lang lang, String key, Set<String> selectors) {
    if (lang == Lang.AR && !selectors.containsAll(ARABIC_PLURALS)) {
      problems.add("AR " + key + " has only " + selectors);
    }
    if (lang != Lang.AR) {
      // Only Arabic has these as categories: elsewhere ICU never chooses them.
      for (String never : List.of("zero", "two", "few", "many")) {
        if (selectors.contains(never)) {
          problems.add(lang + " " + key + " never shows " + never);
        }
      }
      if (!selectors.contains("one") && !selectors.contains("=1")) {
        problems.add(lang + " " + key + " has no form for 1");
      }
    }
  }

  @Test
  void no_suffix_is_glued_to_an_argument() throws IOException {
    each(
        (lang, key, text) -> {
          if (lang == Lang.EN) {
            return;
          }
          MessagePattern pattern = new MessagePattern(text);
          for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            boolean value =
                part.getType() == Part.Type.ARG_LIMIT && part.getArgType() == ArgType.NONE;
            int after = part.getLimit();
            if (value && after < text.length() && Character.isLetter(text.charAt(after))) {
              problems.add(lang + " " + key + ": " + text);
            }
          }
        });
    none();
  }

  @Test
  void sorani_is_written_with_its_own_letters() throws IOException {
    each(
        (lang, key, text) -> {
          if (lang == Lang.CKB) {
            find(NOT_SORANI, "letter that is not Sorani's", key, text);
            find(FINAL_HEH, "final ه, which must be ە", key, text);
            find(INITIAL_R, "initial ر, which must be ڕ", key, text);
            find(INITIAL_VOWEL, "initial vowel without ئ", key, text);
          }
        });
    none();
  }

  @Test
  void arabic_is_written_with_its_own_letters() throws IOException {
    each(
        (lang, key, text) -> {
          if (lang == Lang.AR) {
            find(NOT_ARABIC, "letter that is not Arabic's", key, text);
          }
        });
    none();
  }

  @Test
  void digits_are_latin() throws IOException {
    each(
        (lang, key, text) ->
            find(INDIC_DIGIT, "digit", lang + " " + key, withoutDigitSample(text)));
    none();
  }

  /**
   * Readers are told that ٠–٩ may be typed: the one place where these digits are shown. Marks keep
   * them on one line and, among Latin letters, the nought on the left.
   */
  private static String withoutDigitSample(String text) {
    return text.replaceAll("[\\u200E\\u2060]", "").replace("٠–٩", "");
  }

  @Test
  void nothing_is_left_in_english() throws IOException {
    each(
        (lang, key, text) -> {
          if (lang != Lang.EN) {
            Matcher words = LATIN_WORD.matcher(literal(text));
            while (words.find()) {
              if (!LATIN.contains(words.group())) {
                problems.add(lang + " " + key + " says " + words.group());
              }
            }
          }
        });
    none();
  }

  @Test
  void apostrophes_do_not_hide_arguments() throws IOException {
    each(
        (lang, key, text) -> {
          if (text.indexOf('\'') >= 0) {
            problems.add(lang + " " + key + ": write ’");
          }
          if (text.isBlank()) {
            problems.add(lang + " " + key + " is empty");
          }
        });
    none();
  }

  @Test
  void every_refusal_has_its_words() throws IOException {
    for (JavaClass type : PRODUCTION) {
      if (!type.isAssignableTo(Refusal.class) || !type.isRecord()) {
        continue;
      }
      Class<? extends Refusal> refusal = type.reflect().asSubclass(Refusal.class);
      String key = Refusal.keyOf(refusal);
      Set<String> components =
          Arrays.stream(refusal.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.toSet());
      for (Lang lang : Lang.values()) {
        String text = texts(key.substring(0, key.indexOf('.')), lang).get(key);
        if (text == null) {
          problems.add(lang + " " + key);
        } else if (!components.containsAll(arguments(text))) {
          problems.add(lang + " " + key + " asks for " + arguments(text));
        }
      }
    }
    none();
  }

  /** An enum that is shown at all is shown whole. */
  @Test
  void every_constant_that_is_shown_has_its_word() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String feature : features()) {
      known.addAll(texts(feature, Lang.EN).keySet());
    }
    for (JavaClass type : PRODUCTION) {
      if (!type.isEnum() || type.getPackageName().split("\\.").length < 2) {
        continue;
      }
      List<String> keys =
          Arrays.stream(type.reflect().getEnumConstants())
              .map(constant -> MoneyArguments.constantKey((Enum<?>) constant))
              .toList();
      // Actions are shown one by one, as buttons.
      boolean shown = keys.stream().anyMatch(known::contains);
      if (shown && !type.getSimpleName().endsWith("Action")) {
        keys.stream().filter(key -> !known.contains(key)).forEach(problems::add);
      }
    }
    none();
  }

  /** What pages and Java ask for by a literal key exists. */
  @Test
  void every_key_that_is_asked_for_exists() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String feature : features()) {
      known.addAll(texts(feature, Lang.EN).keySet());
      known.addAll(read(BUNDLES.resolve(feature).resolve("messages.properties")).keySet());
    }
    Pattern inPages = Pattern.compile("\\bt(?:\\[|\\.of\\()\\s*'([\\w.-]+)'\\s*[],)]");
    Pattern inJava =
        Pattern.compile(
            "(?:\\.flash\\(\\s*\"\\w+\",\\s*|texts?\\)?\\.(?:get|of)\\(\\s*|Texts\\.in\\([^()]*\\)"
                + "\\.(?:get|of)\\(\\s*)\"([\\w.-]+)\"\\s*[,)]");
    scan(Path.of("webapp"), ".xhtml", inPages, known);
    scan(Path.of("src/main/java"), ".java", inJava, known);
    none();
  }

  private void scan(Path folder, String ending, Pattern asks, Set<String> known)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Matcher asked = asks.matcher(Files.readString(file));
        while (asked.find()) {
          if (!known.contains(asked.group(1))) {
            problems.add(file + " asks for " + asked.group(1));
          }
        }
      }
    }
  }

  private interface Check {
    void look(Lang lang, String key, String text);
  }

  private static void each(Check check) throws IOException {
    for (String feature : features()) {
      for (Lang lang : Lang.values()) {
        texts(feature, lang).forEach((key, text) -> check.look(lang, key, text));
      }
    }
  }

  private void find(Pattern wrong, String what, String key, String text) {
    Matcher matcher = wrong.matcher(literal(text));
    if (matcher.find()) {
      problems.add(key + " has a " + what + ": " + text);
    }
  }

  private void missing(Set<String> wanted, Set<String> present, String what) {
    wanted.stream()
        .filter(key -> !present.contains(key))
        .forEach(k -> problems.add(what + ": " + k));
  }

  private void none() {
    assertThat(problems).isEmpty();
  }

  /** The words of a pattern without its syntax: argument names, plural selectors. */
  private static String literal(String text) {
    MessagePattern pattern = new MessagePattern(text);
    StringBuilder words = new StringBuilder(text);
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      switch (part.getType()) {
        case ARG_START, ARG_LIMIT, ARG_TYPE, ARG_STYLE, ARG_SELECTOR, MSG_START, MSG_LIMIT ->
            blank(words, part.getIndex(), part.getLimit());
        // up to the next part: the kind of argument (plural) stands there
        case ARG_NAME -> blank(words, part.getIndex(), pattern.getPart(i + 1).getIndex());
        default -> {}
      }
    }
    return words.toString();
  }

  private static void blank(StringBuilder words, int from, int to) {
    for (int at = from; at < to; at++) {
      words.setCharAt(at, '\u0001');
    }
  }

  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  private static Set<String> selectors(MessagePattern pattern, int start) {
    Set<String> selectors = new TreeSet<>();
    int limit = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i < limit; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        i = pattern.getLimitPartIndex(i);
      } else if (part.getType() == Part.Type.ARG_SELECTOR) {
        selectors.add(pattern.getSubstring(part));
      }
    }
    return selectors;
  }

  private static List<String> features() {
    return Features.IN_ORDER.stream().filter(f -> Files.isDirectory(BUNDLES.resolve(f))).toList();
  }

  private static Path bundle(String feature, Lang lang) {
    return BUNDLES.resolve(feature).resolve("messages_" + lang.code() + ".properties");
  }

  private static Map<String, String> texts(String feature, Lang lang) throws IOException {
    return read(bundle(feature, lang));
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      properties.load(in);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }
}
