package wasl.site.web;

import wasl.listing.Districts;
import wasl.listing.Governorate;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** How a place is named. */
final class Places {

  private Places() {}

  /** District and governorate; the governorate alone where they are called the same. */
  static String name(Governorate governorate, String district, Districts districts, Lang lang) {
    if (governorate == null) {
      return "";
    }
    String whole = Texts.in(lang).get("listing.governorate." + governorate);
    String part = districts.name(district, lang);
    String comma = lang == Lang.EN ? ", " : "، ";
    return part == null || part.equals(whole) ? whole : part + comma + whole;
  }
}
