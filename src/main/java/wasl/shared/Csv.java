package wasl.shared;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) that spreadsheets open rightly: a byte order mark says that it
 * is UTF-8, and a text that would be taken for a formula gets an apostrophe in front (OWASP, CSV
 * injection).
 */
public final class Csv {

  /** What a file begins with. */
  public static final String BEGIN = "\uFEFF";

  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n|%].*");
  private static final Pattern MARKS = Pattern.compile("[\\u2066-\\u2069\\u200E\\u200F]");

  private Csv() {}

  /** A line of cells with its end; null is an empty cell. */
  public static String line(Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One cell; marks of writing direction, which spreadsheets show as boxes, are left out. */
  public static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = MARKS.matcher(value.toString()).replaceAll("");
    if (FORMULA.matcher(text).matches()) {
      text = "'" + text;
    }
    return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
