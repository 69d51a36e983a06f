package wasl.site;

import wasl.listing.ListingFacts;
import wasl.money.Formats;
import wasl.shared.Lang;
import wasl.shared.Paper;
import wasl.shared.QrCode;
import wasl.shared.Texts;

/** A sheet of paper for a shop's window: the project's title and a large code of its address. */
public final class Poster {

  private static final int CODE_MILLIMETRES = 112;

  private Poster() {}

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
    paper.display("\u2068" + facts.title(lang) + "\u2069", 34);
    paper.display("\u2068" + facts.businessName() + "\u2069 · " + place, 16);
    paper.code(QrCode.of(address), texts.get("site.poster.code"), address, CODE_MILLIMETRES);
    paper.display(texts.get("site.poster.scan"), 17);
    if (facts.goal() != null) {
      paper.display(
          texts.get("site.listing.goal") + ": \u2068" + formats.money(facts.goal()) + "\u2069", 14);
    }
    return paper.small(texts.get("vetting.legal"));
  }
}
