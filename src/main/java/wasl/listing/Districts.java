package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wasl.shared.Lang;
import wasl.shared.Sql;

/**
 * The districts of the governorates: data, since new ones are made by law every year. Read once and
 * kept for an hour.
 */
@ApplicationScoped
public class Districts {

  private static final long KEEP_NANOS = 3_600_000_000_000L;

  @Inject private Sql sql;

  private Map<String, District> byCode = Map.of();
  private long readNanos;

  /**
   * A district.
   *
   * @param code the governorate's code and a number: {@code BA-01}
   */
  public record District(
      String code, Governorate governorate, String ar, String ckb, String en, boolean disputed) {

    /** Its name. */
    public String name(Lang lang) {
      return switch (lang) {
        case AR -> ar;
        case CKB -> ckb;
        case EN -> en;
      };
    }
  }

  /** Those of a governorate, the capital's first. */
  public List<District> of(Governorate governorate) {
    return all().values().stream().filter(each -> each.governorate() == governorate).toList();
  }

  /** Its name, or null for an unknown code. */
  public String name(String code, Lang lang) {
    District district = code == null ? null : all().get(code);
    return district == null ? null : district.name(lang);
  }

  /** Whether there is such a district in the governorate. */
  public boolean knows(String code, Governorate governorate) {
    District district = code == null ? null : all().get(code);
    return district != null && district.governorate() == governorate;
  }

  private synchronized Map<String, District> all() {
    if (byCode.isEmpty() || System.nanoTime() - readNanos > KEEP_NANOS) {
      Map<String, District> read = new TreeMap<>();
      sql.list(
          "SELECT code, governorate, name_ar, name_ckb, name_en, disputed FROM listing_district",
          row ->
              read.put(
                  row.getString("code"),
                  new District(
                      row.getString("code"),
                      Governorate.valueOf(row.getString("governorate")),
                      row.getString("name_ar"),
                      row.getString("name_ckb"),
                      row.getString("name_en"),
                      row.getBoolean("disputed"))));
      byCode = read;
      readNanos = System.nanoTime();
    }
    return byCode;
  }
}
