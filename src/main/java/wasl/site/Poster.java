package wasl.site;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.EnumSet;
import java.util.Set;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;
import wasl.money.Formats;
import wasl.shared.Lang;
import wasl.shared.Paper;
import wasl.shared.QrCode;
import wasl.shared.Texts;

/**
 * A sheet of paper for a shop's window: the project's title and a large code of its address. It is
 * one sheet, however long the title: its letters are as large as there is room for.
 */
public final class Poster {

  private static final int CODE_MILLIMETRES = 112;

  /** Between the margins, in points; a little less, since the printer breaks lines by itself. */
  private static final int WIDTH = 470;

  /** What code, lead and small print leave of the sheet, in points. */
  private static final int TITLE_HEIGHT = 103;

  private static final int BUSINESS_HEIGHT = 49;

  /** In which nobody is asked to help: for now, or for good. */
  private static final Set<ListingState> HALTED =
      EnumSet.of(
          ListingState.SUSPENDED,
          ListingState.UNFUNDED,
          ListingState.STOPPED,
          ListingState.WITHDRAWN);

  private Poster() {}

  /** Whether there is one of this listing: it asks for help, and hangs for weeks. */
  public static boolean printed(ListingFacts facts) {
    return facts.published() && !HALTED.contains(facts.state());
  }

  /**
   * The sheet in a language.
   *
   * @param place where the business is
   * @param address of the project, without a language: each reader finds the page in the own one
   */
  public static Paper of(ListingFacts facts, String place, String address, Lang lang) {
    Texts texts = Texts.in(lang);
    Formats formats = Formats.in(lang);
    Paper paper = new Paper(lang, facts.title(lang)).poster();
    paper.display(texts.get("shared.name"), 20);
    String title = facts.title(lang);
    paper.display("\u2068" + title + "\u2069", points(title, 34, 14, TITLE_HEIGHT));
    String business = facts.businessName() + " · " + place;
    paper.display(
        "\u2068" + facts.businessName() + "\u2069 · " + place,
        points(business, 16, 10, BUSINESS_HEIGHT));
    paper.code(QrCode.of(address), texts.get("site.poster.code"), address, CODE_MILLIMETRES);
    paper.display(texts.get("site.poster.scan"), 17);
    if (facts.goal() != null) {
      paper.display(
          texts.get("site.listing.goal") + ": \u2068" + formats.money(facts.goal()) + "\u2069", 14);
    }
    return paper.small(texts.get("vetting.legal"));
  }

  /** The largest letters with which the words stay within a height; else the smallest. */
  private static int points(String words, int largest, int smallest, int height) {
    int points = largest;
    while (points > smallest
        && lines(words, points) * points * Paper.DISPLAY_LEADING > 100 * height) {
      points--;
    }
    return points;
  }

  private static int lines(String words, int points) {
    if (words == null || words.isBlank()) {
      return 1;
    }
    AttributedString text = new AttributedString(words);
    text.addAttribute(TextAttribute.FONT, SharePicture.BOLD.deriveFont((float) points));
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(text.getIterator(), new FontRenderContext(null, true, true));
    int lines = 0;
    while (measurer.getPosition() < words.length()) {
      measurer.nextLayout(WIDTH);
      lines++;
    }
    return lines;
  }
}
