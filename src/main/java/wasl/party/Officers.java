package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The officers of institutions as administrators see them, and who switched them off and on. */
@ApplicationScoped
public class Officers {

  @Inject private Sql sql;

  /**
   * An officer.
   *
   * @param number within the institution
   * @param off since when the officer is switched off; null while not
   * @param changedAt when the officer was last switched off or on; null if never
   * @param changedBy the officer number of whoever did, in the operator's institution; 0 if never
   */
  public record Officer(
      PartyId id,
      int number,
      String name,
      String email,
      Set<Role> roles,
      Instant off,
      Instant changedAt,
      int changedBy) {

    /** {@code ON} or {@code OFF}. */
    public String state() {
      return off == null ? "ON" : "OFF";
    }
  }

  /** The officers of an institution by number. */
  public List<Officer> of(InstitutionId institution) {
    return sql.list(
        "SELECT p.id, p.officer, p.name, p.email, p.roles, p.switched_off_at, s.switched_at,"
            + " COALESCE(b.officer, 0) AS switched_by FROM party p"
            + " LEFT JOIN party_officer_switch s ON s.id = (SELECT MAX(n.id)"
            + " FROM party_officer_switch n WHERE n.officer = p.id)"
            + " LEFT JOIN party b ON b.id = s.switched_by"
            + " WHERE p.institution = ? ORDER BY p.officer LIMIT 1000",
        Officers::read,
        institution.value());
  }

  /** Holds all who switch officers of this institution until the transaction ends. */
  void inTurn(InstitutionId institution) {
    sql.one(
        "SELECT id FROM party_institution WHERE id = ? FOR UPDATE",
        row -> row.getLong(1),
        institution.value());
  }

  /** How many administrators there are who are not switched off, apart from this one. */
  long administratorsBut(PartyId officer) {
    return sql.number(
        "SELECT COUNT(*) FROM party WHERE institution IS NOT NULL AND switched_off_at IS NULL"
            + " AND FIND_IN_SET('ADMINISTRATOR', roles) > 0 AND id <> ?",
        officer.value());
  }

  /** Writes down for ever who switched the officer. */
  void record(PartyId officer, boolean on, PartyId by, Instant now) {
    sql.change(
        "INSERT INTO party_officer_switch (id, officer, switched_on, switched_by, switched_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        Ids.next(),
        officer.value(),
        on,
        by == null ? null : by.value(),
        now);
  }

  private static Officer read(ResultSet row) throws SQLException {
    return new Officer(
        new PartyId(row.getLong("id")),
        row.getInt("officer"),
        row.getString("name"),
        row.getString("email"),
        Role.parse(row.getString("roles")),
        Sql.instant(row, "switched_off_at"),
        Sql.instant(row, "switched_at"),
        row.getInt("switched_by"));
  }
}
