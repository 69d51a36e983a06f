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

  /**
   * What makes a formula, in the narrow and the wide form, where a cell begins. Where the comma
   * stands in numbers a spreadsheet divides by semicolons and heeds no quotation mark in the
   * middle: there a cell begins after each semicolon, tab and line end.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;\\t\\r\\n])([ \\u00A0]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

  private static final Pattern BLANK = Pattern.compile("(?s)[\\t\\r\\n].*");

  /** Marks of direction, and what has no width at all: either would hide what comes after it. */
  private static final Pattern MARKS =
      Pattern.compile("[\\u2066-\\u2069\\u202A-\\u202E\\u200B\\u200E\\u200F\\u061C\\uFEFF]");

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
    text = FORMULA.matcher(text).replaceAll("$1'$2");
    if (BLANK.matcher(text).matches()) {
      text = "'" + text;
    }
    return text.matches("(?s).*[,;\"\\t\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
