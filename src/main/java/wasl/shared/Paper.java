package wasl.shared;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper to be printed, built from above to below in one language, as XSL-FO 1.1. Every text is
 * escaped; an amount, a code or a foreign word keeps its own direction. Longer than others since
 * each kind of block on a paper is a method.
 */
public final class Paper {

  /** The height of a line of {@link #display} in percent of its letters' size. */
  public static final int DISPLAY_LEADING = 150;

  private static final String INK = "#1b1a17";
  private static final String QUIET = "#5d594f";

  /** A negative number: its sign would jump behind it among letters from right to left. */
  private static final Pattern SIGNED = Pattern.compile("\u2212[0-9][0-9.,]*");

  private static final String RULE =
      " border-after-style=\"solid\" border-after-width=\"0.6pt\" border-after-color=\"#b9b2a3\" ";

  private final Lang lang;
  private final String title;
  private boolean poster;
  private final StringBuilder body = new StringBuilder(8_192);

  /** A paper with this title, which also stands in the file's properties. */
  public Paper(Lang lang, String title) {
    this.lang = lang;
    this.title = title;
  }

  /**
   * A cell of a table or a value beside its name.
   *
   * @param text what stands there
   * @param figure whether it is a number, a code or a date of digits: written from left to right
   */
  public record Cell(String text, boolean figure) {

    /** Words. */
    public static Cell of(String text) {
      return new Cell(text == null ? "" : text, false);
    }

    /** A number or a code. */
    public static Cell figure(String text) {
      return new Cell(text == null ? "" : text, true);
    }
  }

  /** A name and its value. */
  public record Row(String name, Cell value) {}

  public Lang lang() {
    return lang;
  }

  public String title() {
    return title;
  }

  /** A sheet to be hung up: everything in the middle, no page numbers. */
  public Paper poster() {
    poster = true;
    return this;
  }

  /**
   * Large words in the middle.
   *
   * @param points the size of the letters
   */
  public Paper display(String text, int points) {
    body.append("<fo:block text-align=\"center\" font-weight=\"bold\" line-height=\"");
    body.append(DISPLAY_LEADING)
        .append("%\" space-after=\"5mm\" font-size=\"")
        .append(points)
        .append("pt\">");
    body.append(words(text)).append("</fo:block>");
    return this;
  }

  /** The head: who issues the paper, and its title. */
  public Paper head(String issuer) {
    body.append("<fo:block font-size=\"10pt\" color=\"").append(QUIET).append("\">");
    body.append(words(issuer)).append("</fo:block>");
    body.append("<fo:block role=\"H1\" font-size=\"22pt\" font-weight=\"bold\"");
    body.append(" line-height=\"1.5\" space-after=\"4mm\" border-after-style=\"solid\"");
    body.append(" border-after-width=\"1.2pt\" border-after-color=\"").append(INK).append("\">");
    body.append(words(title)).append("</fo:block>");
    return this;
  }

  /** A heading within the paper. */
  public Paper heading(String text) {
    body.append("<fo:block role=\"H2\" font-size=\"13pt\" font-weight=\"bold\" ");
    body.append(
        "space-before=\"6mm\" space-after=\"1.5mm\" keep-with-next.within-page=\"always\">");
    body.append(words(text)).append("</fo:block>");
    return this;
  }

  /** A paragraph. */
  public Paper text(String text) {
    body.append("<fo:block space-after=\"2mm\">").append(words(text)).append("</fo:block>");
    return this;
  }

  /** Small print. */
  public Paper small(String text) {
    body.append("<fo:block font-size=\"8.5pt\" space-before=\"1.5mm\" color=\"").append(QUIET);
    body.append("\">").append(words(text)).append("</fo:block>");
    return this;
  }

  /** Names with their values, one below the other. */
  public Paper rows(List<Row> rows) {
    begin(List.of(38, 62));
    for (Row row : rows) {
      body.append("<fo:table-row keep-together.within-page=\"always\">");
      cell(Cell.of(row.name()), "color=\"" + QUIET + "\"", "start");
      cell(row.value(), "", "start");
      body.append("</fo:table-row>");
    }
    end();
    return this;
  }

  /**
   * A table.
   *
   * @param percent the widths of its columns
   * @param last whether the last row is a sum
   */
  public Paper table(List<Integer> percent, List<Cell> head, List<List<Cell>> rows, boolean last) {
    body.append("<fo:table table-layout=\"fixed\" width=\"100%\" font-size=\"9.5pt\">");
    columns(percent);
    body.append("<fo:table-header><fo:table-row font-weight=\"bold\">");
    head.forEach(cell -> cell(cell, "", cell.figure() ? "end" : "start"));
    body.append("</fo:table-row></fo:table-header><fo:table-body>");
    for (int i = 0; i < rows.size(); i++) {
      body.append("<fo:table-row keep-together.within-page=\"always\"");
      body.append(last && i == rows.size() - 1 ? " font-weight=\"bold\">" : ">");
      rows.get(i).forEach(cell -> cell(cell, "", cell.figure() ? "end" : "start"));
      body.append("</fo:table-row>");
    }
    end();
    return this;
  }

  /** A QR code with the address that it holds. */
  public Paper code(QrCode code, String alternative, String address) {
    return code(code, alternative, address, 38);
  }

  /**
   * The same in a size.
   *
   * @param millimetres its width and height
   */
  public Paper code(QrCode code, String alternative, String address, int millimetres) {
    String picture = Base64.getEncoder().encodeToString(code.png());
    String middle = poster ? " text-align=\"center\"" : "";
    String size = "=\"" + millimetres + "mm\"";
    body.append("<fo:block space-before=\"7mm\" keep-together.within-page=\"always\"");
    body.append(middle).append("><fo:external-graphic content-width").append(size);
    body.append(" content-height").append(size);
    body.append(" xmlns:fox=\"http://xmlgraphics.apache.org/fop/extensions\" fox:alt-text=\"");
    body.append(escaped(alternative)).append("\" src=\"url('data:image/png;base64,");
    body.append(picture).append("')\"/></fo:block>");
    body.append("<fo:block font-size=\"8.5pt\"").append(middle).append(">");
    body.append(figure(address)).append("</fo:block>");
    return this;
  }

  private void begin(List<Integer> percent) {
    body.append("<fo:table table-layout=\"fixed\" width=\"100%\">");
    columns(percent);
    body.append("<fo:table-body>");
  }

  private void columns(List<Integer> percent) {
    for (int width : percent) {
      body.append("<fo:table-column column-width=\"proportional-column-width(");
      body.append(width).append(")\"/>");
    }
  }

  private void end() {
    body.append("</fo:table-body></fo:table>");
  }

  private void cell(Cell cell, String look, String align) {
    body.append("<fo:table-cell padding=\"1.4mm 1mm\"")
        .append(RULE)
        .append(look)
        .append("><fo:block text-align=\"")
        .append(align)
        .append("\">");
    body.append(cell.figure() ? figure(cell.text()) : words(cell.text()));
    body.append("</fo:block></fo:table-cell>");
  }

  private String words(String text) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int open = text.indexOf('\u2068', at);
      int close = open < 0 ? -1 : text.indexOf('\u2069', open);
      if (close < 0) {
        return words.append(signed(text.substring(at))).toString();
      }
      words.append(signed(text.substring(at, open)));
      words.append(isolated(text.substring(open + 1, close)));
      at = close + 1;
    }
    return words.toString();
  }

  /**
   * Text between isolates, which XSL-FO does not know: embedded in the direction of its letters.
   */
  private static String isolated(String text) {
    return embedded(text, text.codePoints().anyMatch(Paper::rightToLeft) ? "rtl" : "ltr");
  }

  private static boolean rightToLeft(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static String figure(String text) {
    return isolated(text);
  }

  private static String embedded(String text, String direction) {
    return "<fo:bidi-override unicode-bidi=\"embed\" direction=\""
        + direction
        + "\">"
        + signed(text)
        + "</fo:bidi-override>";
  }

  private static String signed(String text) {
    return SIGNED
        .matcher(escaped(text))
        .replaceAll(
            "<fo:bidi-override unicode-bidi=\"embed\" direction=\"ltr\">$0</fo:bidi-override>");
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(letter -> letter >= 0x20 && letter != 0xFFFE && letter != 0xFFFF)
        .filter(letter -> letter < 0x2066 || letter > 0x2069)
        .filter(letter -> letter != 0x200E)
        .filter(letter -> letter < 0x202A || letter > 0x202E)
        .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(letter);
              }
            });
    return safe.toString();
  }

  /** The whole paper in XSL-FO. */
  String fo() {
    String mode = lang.getDir().equals("rtl") ? "rl-tb" : "lr-tb";
    return "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" font-family=\"Plex\""
        + " font-size=\"10.5pt\" line-height=\"1.6\" color=\""
        + INK
        + "\" writing-mode=\""
        + mode
        + "\" xml:lang=\""
        + lang.code()
        + "\"><fo:layout-master-set><fo:simple-page-master master-name=\"a4\""
        + " page-width=\"210mm\" page-height=\"297mm\" margin=\"18mm 20mm 14mm 20mm\">"
        + "<fo:region-body margin-bottom=\"10mm\"/><fo:region-after extent=\"8mm\"/>"
        + "</fo:simple-page-master></fo:layout-master-set><fo:page-sequence"
        + " master-reference=\"a4\" writing-mode=\""
        + mode
        + "\" id=\"all\"><fo:static-content flow-name=\"xsl-region-after\">"
        + "<fo:block role=\"artifact\" text-align=\"center\" font-size=\"8.5pt\" color=\""
        + QUIET
        + "\">"
        + (poster
            ? ""
            : "<fo:bidi-override unicode-bidi=\"embed\" direction=\"ltr\"><fo:page-number/> / "
                + "<fo:page-number-citation-last ref-id=\"all\"/></fo:bidi-override>")
        + "</fo:block>"
        + "</fo:static-content><fo:flow flow-name=\"xsl-region-body\">"
        + body
        + "</fo:flow></fo:page-sequence></fo:root>";
  }
}
