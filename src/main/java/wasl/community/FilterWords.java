package wasl.community;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a listing has the words of a filter: letters that keyboards mix up are one, marks and the
 * Arabic article do not count. A letter too many does less harm here than one that never comes.
 */
final class FilterWords {

  private static final String FROM = "أإآٱةەھۀىیێۍئؤکڪگڳچپڤژڕڒڵڶۆۊۋ";
  private static final String TO = "ااااههههييييي" + "وككككجبفزررللووو";
  private static final Pattern DROPPED = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640\\u0621\\u2019']");
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private FilterWords() {}

  static boolean all(String words, List<String> texts) {
    return words(texts).containsAll(words(List.of(words)));
  }

  private static Set<String> words(Collection<String> texts) {
    return texts.stream()
        .flatMap(text -> Arrays.stream(APART.split(folded(text))))
        .map(word -> word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word)
        .filter(word -> word.length() > 1)
        .collect(Collectors.toSet());
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    DROPPED
        .matcher(plain)
        .replaceAll("")
        .chars()
        .map(c -> FROM.indexOf(c) < 0 ? c : TO.charAt(FROM.indexOf(c)))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }
}
