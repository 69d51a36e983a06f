package wasl.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds web and e-mail addresses in what people typed, also where they are hidden a little: other
 * forms of the full stop, <i>hxxp</i>, <i>[.]</i>, Markdown, HTML. Names and messages carry none:
 * whoever reads them must not be led away. A sentence that begins without a blank after the full
 * stop is not taken for an address: known endings count in small or in capital letters only.
 */
public final class WebLinks {

  private static final String NAMES =
      "com|net|org|info|biz|io|co|app|dev|xyz|online|site|shop|store|club|link|live|page|click|top"
          + "|iq|ly|tk|tr|ru|uk|se|nl|fr|ir|cn|gg|cc|tv|ws|eu|gl|gd|krd";

  private static final Pattern LINK =
      Pattern.compile(
          "\\b(?:h[tx]{2}ps?|ftp)\\s?:|\\b(?:mailto|javascript)\\s?:\\S"
              // www. before anything
              + "|\\bwww\\s?\\.\\s?\\S"
              // a name and a known ending; not within a longer word
              + "|[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.(?-i:Com|Net|Org|"
              + NAMES
              + "|"
              + NAMES.toUpperCase(Locale.ROOT)
              + ")(?![\\p{L}\\p{N}])"
              // any name with a path
              + "|[\\p{L}\\p{N}-]{1,63}\\.[a-z]{2,10}/\\S"
              // punycode
              + "|\\bxn--"
              // an e-mail address
              + "|[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?[\\p{L}\\p{N}-]{1,63}\\s?\\.\\s?\\p{L}{2,}"
              // Markdown and HTML
              + "|\\]\\(\\s?\\S|\\]\\s?:\\s?\\S{1,63}[./]|<\\s?(?:a|img|iframe|form|object)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DOT =
      Pattern.compile(
          "\\s?[\\[({]\\s?(?:\\.|dot|نقطة|خاڵ)\\s?[\\])}]\\s?|\\s(?:dot)\\s(?=[a-z]{2,6}\\b)"
              + "|[\\u3002\\uFF61\\u2024\\uFE52\\uFF0E]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u0640]");

  private WebLinks() {}

  /** Whether the text has one; null has none. */
  public static boolean in(String text) {
    if (text == null) {
      return false;
    }
    String plain = INVISIBLE.matcher(text).replaceAll("");
    plain = Normalizer.normalize(DOT.matcher(plain).replaceAll("."), Normalizer.Form.NFKC);
    return LINK.matcher(plain).find();
  }
}
