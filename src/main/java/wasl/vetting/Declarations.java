package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** What reviewers declared before seeing files. All of it is kept, the newest counts. */
@ApplicationScoped
public class Declarations {
  @Inject private Sql sql;

  /**
   * One declaration.
   *
   * @param reason why a reviewer steps back; may be null
   */
  public record Declaration(Interest interest, String reason, Instant at) {}

  /** What this reviewer declared last about the case. */
  public Optional<Declaration> of(CaseId file, PartyId reviewer) {
    return sql.one(
        "SELECT interest, reason, declared_at FROM vetting_declaration"
            + " WHERE case_id = ? AND reviewer_id = ? ORDER BY id DESC LIMIT 1",
        row ->
            new Declaration(
                Interest.valueOf(row.getString("interest")),
                row.getString("reason"),
                Sql.instant(row, "declared_at")),
        file.value(),
        reviewer.value());
  }

  void add(CaseId file, PartyId reviewer, Declaration declaration) {
    sql.change(
        "INSERT INTO vetting_declaration"
            + " (id, case_id, reviewer_id, interest, reason, declared_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        Ids.next(),
        file.value(),
        reviewer.value(),
        declaration.interest(),
        declaration.reason(),
        declaration.at());
  }

  /** What a reviewer declares before seeing a file. */
  public enum Interest {
    NONE,
    /** The reviewer stays away from this case for good. */
    RECUSED
  }
}
