package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.shared.Sql;

/** What reviewers are still writing; each reviewer has an own sheet for each case. */
@ApplicationScoped
public class Sheets {
  @Inject private Sql sql;

  /**
   * A sheet.
   *
   * @param savedAt null before it was kept
   */
  public record Sheet(
      Outcome outcome,
      String summary,
      String note,
      List<ConditionText> conditions,
      Instant savedAt) {
    /** Before anything was written. */
    public static final Sheet EMPTY = new Sheet(null, null, null, List.of(), null);
  }

  /** This reviewer's sheet. */
  public Optional<Sheet> of(CaseId file, PartyId reviewer) {
    return sql.one(
        "SELECT outcome, summary, note, conditions, saved_at FROM vetting_sheet"
            + " WHERE case_id = ? AND reviewer_id = ?",
        row ->
            new Sheet(
                row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
                row.getString("summary"),
                row.getString("note"),
                ConditionText.read(row.getString("conditions")),
                Sql.instant(row, "saved_at")),
        file.value(),
        reviewer.value());
  }

  void keep(CaseId file, PartyId reviewer, Sheet sheet, Instant now) {
    Object[] values = {
      sheet.outcome(),
      sheet.summary(),
      sheet.note(),
      ConditionText.write(sheet.conditions()),
      now,
      file.value(),
      reviewer.value()
    };
    int changed =
        sql.change(
            "UPDATE vetting_sheet SET outcome = ?, summary = ?, note = ?, conditions = ?,"
                + " saved_at = ? WHERE case_id = ? AND reviewer_id = ?",
            values);
    if (changed == 0) {
      sql.change(
          "INSERT INTO vetting_sheet"
              + " (outcome, summary, note, conditions, saved_at, case_id, reviewer_id)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          values);
    }
  }
}
