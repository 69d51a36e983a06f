package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * The institutions. There are some dozens and they hardly change, so that each node remembers them
 * for some seconds.
 */
@ApplicationScoped
public class Institutions {

  /** The code of the platform's operator. */
  public static final String OPERATOR = "WASL";

  private static final long REMEMBERED_NANOS = 10_000_000_000L;

  @Inject private Sql sql;

  private volatile Snapshot snapshot;

  private record Snapshot(
      List<Institution> all,
      Map<String, Institution> byCode,
      Map<InstitutionId, Institution> byId,
      long readNanos) {}

  /** All, the operator first, then by code. */
  public List<Institution> all() {
    return snapshot().all();
  }

  /** The institution with this code. */
  public Optional<Institution> byCode(String code) {
    return Optional.ofNullable(snapshot().byCode().get(code));
  }

  /**
   * The institution.
   *
   * @throws Refused {@link PartyRefused.UnknownInstitution}
   */
  public Institution get(InstitutionId id) {
    return Optional.ofNullable(snapshot().byId().get(id))
        .orElseThrow(() -> new Refused(new PartyRefused.UnknownInstitution()));
  }

  /** The counterparts of an institution in the other government, in the order of their codes. */
  public List<Institution> twins(Institution institution) {
    return institution.twins().stream().flatMap(code -> byCode(code).stream()).toList();
  }

  /** Gives the institution's next officer number; holds its row until the transaction ends. */
  int nextOfficer(InstitutionId id) {
    sql.change("UPDATE party_institution SET officers = officers + 1 WHERE id = ?", id.value());
    return (int) sql.number("SELECT officers FROM party_institution WHERE id = ?", id.value());
  }

  void add(Institution institution) {
    sql.change(
        "INSERT INTO party_institution (id, code, name_en, name_ar, name_ckb, regional, operator,"
            + " officers, active, version) VALUES (?, ?, ?, ?, ?, ?, FALSE, 0, ?, 0)",
        institution.id().value(),
        institution.code(),
        institution.nameEn(),
        institution.nameAr(),
        institution.nameCkb(),
        institution.regional(),
        institution.active());
    replaceTwins(institution);
  }

  /** Writes the change; false if somebody else did meanwhile. */
  boolean change(Institution institution) {
    int changed =
        sql.change(
            "UPDATE party_institution SET name_en = ?, name_ar = ?, name_ckb = ?, active = ?,"
                + " version = version + 1 WHERE id = ? AND version = ?",
            institution.nameEn(),
            institution.nameAr(),
            institution.nameCkb(),
            institution.active(),
            institution.id().value(),
            institution.version());
    replaceTwins(institution);
    return changed == 1;
  }

  /** Forgets what this node remembers. */
  void forget() {
    snapshot = null;
  }

  private void replaceTwins(Institution institution) {
    String mine = institution.regional() ? "regional_code" : "central_code";
    sql.change("DELETE FROM party_institution_twin WHERE " + mine + " = ?", institution.code());
    for (String twin : institution.twins()) {
      sql.change(
          "INSERT INTO party_institution_twin (central_code, regional_code) VALUES (?, ?)",
          institution.regional() ? twin : institution.code(),
          institution.regional() ? institution.code() : twin);
    }
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null || System.nanoTime() - known.readNanos() > REMEMBERED_NANOS) {
      known = read();
      snapshot = known;
    }
    return known;
  }

  private Snapshot read() {
    Map<String, List<String>> twins = new HashMap<>();
    sql.list(
            "SELECT central_code, regional_code FROM party_institution_twin ORDER BY 1, 2",
            row -> List.of(row.getString(1), row.getString(2)))
        .forEach(
            pair -> {
              twins.computeIfAbsent(pair.get(0), code -> new ArrayList<>()).add(pair.get(1));
              twins.computeIfAbsent(pair.get(1), code -> new ArrayList<>()).add(pair.get(0));
            });
    List<Institution> all =
        sql.list(
            "SELECT id, code, name_en, name_ar, name_ckb, regional, operator, active, version"
                + " FROM party_institution ORDER BY operator DESC, code",
            row ->
                new Institution(
                    new InstitutionId(row.getLong("id")),
                    row.getString("code"),
                    row.getString("name_en"),
                    row.getString("name_ar"),
                    row.getString("name_ckb"),
                    row.getBoolean("regional"),
                    row.getBoolean("operator"),
                    row.getBoolean("active"),
                    twins.getOrDefault(row.getString("code"), List.of()),
                    row.getLong("version")));
    Map<String, Institution> byCode = new HashMap<>();
    Map<InstitutionId, Institution> byId = new HashMap<>();
    for (Institution institution : all) {
      byCode.put(institution.code(), institution);
      byId.put(institution.id(), institution);
    }
    return new Snapshot(List.copyOf(all), byCode, byId, System.nanoTime());
  }
}
