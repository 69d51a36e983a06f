package wasl.site;

import wasl.shared.Ids;
import wasl.shared.Pictures.Size;

/** Where a listing's pictures are served. */
final class CoverAddress {

  private CoverAddress() {}

  /** The size that cards show. */
  static String small(long media) {
    return "/media/" + Ids.text(media) + "/" + Size.CARD.word();
  }

  /** The same picture in two widths, as HTML's {@code srcset} lists them. */
  static String widths(String small) {
    String page = small.replace("/" + Size.CARD.word(), "/" + Size.PAGE.word());
    return small + " " + Size.CARD.width() + "w, " + page + " " + Size.PAGE.width() + "w";
  }
}
