package wasl.party;

import java.util.List;
import wasl.shared.Lang;

/**
 * A ministry, central or of the Kurdistan Region, or the platform's operator.
 *
 * @param code stable and public: {@code IQ-MOMD}, {@code KRG-MOP}, {@code WASL}
 * @param nameAr the whole name in Arabic; regional ones begin with the Regional Government
 * @param regional whether it belongs to the Kurdistan Region
 * @param operator whether it is the platform's operator
 * @param active whether it still takes staff
 * @param twins codes of the counterparts: regional ones of a central one, and the other way round
 * @param version for the check whether somebody changed it meanwhile
 */
public record Institution(
    InstitutionId id,
    String code,
    String nameEn,
    String nameAr,
    String nameCkb,
    boolean regional,
    boolean operator,
    boolean active,
    List<String> twins,
    long version) {

  public Institution {
    twins = List.copyOf(twins);
  }

  /** The name in a language. */
  public String name(Lang lang) {
    return switch (lang) {
      case AR -> nameAr;
      case CKB -> nameCkb;
      case EN -> nameEn;
    };
  }
}
