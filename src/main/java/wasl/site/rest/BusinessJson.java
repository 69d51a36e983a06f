package wasl.site.rest;

import wasl.listing.Business;

/**
 * A business on the wire.
 *
 * @param district the code of the district, such as {@code BA-01}
 * @param informal whether it is not registered anywhere
 */
public record BusinessJson(
    String name,
    String district,
    boolean informal,
    boolean womenOwned,
    boolean returneeOwned,
    boolean idpOwned) {

  static BusinessJson of(Business.Details details) {
    return new BusinessJson(
        details.name(),
        details.district(),
        details.informal(),
        details.womenOwned(),
        details.returneeOwned(),
        details.idpOwned());
  }
}
