package wasl.listing;

import wasl.shared.Lang;

/** Who published a rate, in each language. */
public record RateSource(String ar, String ckb, String en) {

  /** In that language. */
  public String in(Lang lang) {
    return switch (lang) {
      case AR -> ar;
      case CKB -> ckb;
      case EN -> en;
    };
  }
}
