package wasl.shared;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words as they are compared in a search: whoever types Kurdish with an Arabic keyboard, leaves out
 * a hamza or an accent, or writes other digits, still finds. Index and query go through the same
 * folding, which unites letters rather too many than too few.
 */
public final class SearchWords {

  /** The longest word that is kept. */
  public static final int LONGEST = 32;

  private static final String FROM = "أإآٱةەھۀىیێۍئؤکڪگڳچپڤژڕڒڵڶۆۊۋ";
  private static final String TO = "ااااههههييييي" + "وككككجبفزررللووو";
  private static final Pattern DROPPED = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640\\u0621\\u2019']");
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final List<String> PREFIXES = List.of("وال", "بال", "كال", "فال", "لل", "ال");

  private SearchWords() {}

  /** The different words of the texts in their order, at most this many. */
  public static Set<String> words(Iterable<String> texts, int most) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String word : text == null ? new String[0] : APART.split(fold(text))) {
        String stem = stem(word);
        if (stem.length() > 1 && words.size() < most) {
          words.add(stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem);
        }
      }
    }
    return words;
  }

  /** The words of what a visitor typed; a few are enough. */
  public static List<String> query(String typed) {
    return List.copyOf(words(List.of(typed), 6));
  }

  private static String fold(String text) {
    // A he that ends in a zero-width non-joiner is the Kurdish vowel in old texts, folded to he
    // anyway; the joiner itself is dropped with the other marks.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = DROPPED.matcher(plain).replaceAll("");
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int at = FROM.indexOf(c);
      if (at >= 0) {
        out.append(TO.charAt(at));
      } else if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else {
        out.append(c);
      }
    }
    return out.toString().replace("وو", "و");
  }

  private static String stem(String word) {
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix) && word.length() >= prefix.length() + 3) {
        return word.substring(prefix.length());
      }
    }
    return word;
  }
}
