package wasl.shared;

import java.util.regex.Pattern;

/**
 * What a person typed, made safe to keep and show: control characters and invisible marks (those
 * that turn the reading direction, Unicode's "Trojan Source" marks, UTR 36, and blanks of no width)
 * are dropped, but for the joiners that Persian and Kurdish spelling needs; line ends are one kind.
 */
public final class PlainText {

  private static final Pattern MARKS =
      Pattern.compile(
          "[\\p{Cf}&&[^\\u200C\\u200D\\u0600-\\u0605\\u06DD\\u08E2]]|[\\u115F\\u1160\\u3164\\uFFA0]");
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\uD800-\\uDFFF&&[^\\p{L}\\p{S}\\p{N}\\p{P}\\p{M}\\p{Z}\\p{C}]]");

  private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

  private PlainText() {}

  /** A text of several lines, trimmed; null and what shows nothing become null. */
  public static String lines(String typed) {
    if (typed == null) {
      return null;
    }
    String text = typed.replaceAll("\r\n|[\r\u2028\u2029]", "\n");
    text = MARKS.matcher(text).replaceAll("");
    text = CONTROLS.matcher(text).replaceAll("").strip();
    return VISIBLE.matcher(text).find() ? text : null;
  }

  /** A text of one line: line ends and tabs become blanks. */
  public static String line(String typed) {
    String text = lines(typed);
    return text == null ? null : text.replaceAll("\\s+", " ");
  }
}
