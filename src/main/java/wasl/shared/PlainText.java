package wasl.shared;

import java.util.regex.Pattern;

/**
 * What a person typed, made safe to keep and show: control characters and the invisible marks that
 * turn the reading direction (Unicode's "Trojan Source" marks, UTR 36) are dropped, line ends are
 * one kind.
 */
public final class PlainText {

  private static final Pattern MARKS =
      Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C\\uFEFF]");
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\uD800-\\uDFFF&&[^\\p{L}\\p{S}\\p{N}\\p{P}\\p{M}\\p{Z}\\p{C}]]");

  private PlainText() {}

  /** A text of several lines, trimmed; null and blank become null. */
  public static String lines(String typed) {
    if (typed == null) {
      return null;
    }
    String text = typed.replace("\r\n", "\n").replace('\r', '\n');
    text = MARKS.matcher(text).replaceAll("");
    text = CONTROLS.matcher(text).replaceAll("").strip();
    return text.isEmpty() ? null : text;
  }

  /** A text of one line: line ends and tabs become blanks. */
  public static String line(String typed) {
    String text = lines(typed);
    return text == null ? null : text.replaceAll("\\s+", " ");
  }
}
