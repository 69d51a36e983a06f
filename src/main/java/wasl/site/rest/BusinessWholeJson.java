package wasl.site.rest;

import wasl.listing.Business;

/**
 * A business on the wire, with all that the page of its listing shows.
 *
 * @param district the code of the district, such as {@code BA-01}
 * @param informal whether it is not registered anywhere
 * @param legalForm such as {@code SOLE_ENTERPRISE}
 * @param registrationNumber null for an informal business
 * @param employees how many work there
 */
public record BusinessWholeJson(
    String name,
    String district,
    boolean informal,
    boolean womenOwned,
    boolean returneeOwned,
    boolean idpOwned,
    String legalForm,
    String registrationNumber,
    Integer foundedYear,
    Integer employees) {

  static BusinessWholeJson of(Business.Details details) {
    return new BusinessWholeJson(
        details.name(),
        details.district(),
        details.informal(),
        details.womenOwned(),
        details.returneeOwned(),
        details.idpOwned(),
        details.legalForm().name(),
        details.registrationNumber(),
        details.foundedYear(),
        details.employees());
  }
}
