package wasl.site;

import wasl.shared.Ids;

/** Where a listing's pictures are served. */
final class CoverAddress {

  private CoverAddress() {}

  /** The size that cards show. */
  static String small(long media) {
    return "/media/" + Ids.text(media) + "/card";
  }
}
