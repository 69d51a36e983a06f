package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingId;
import wasl.listing.ReviewerRequests;
import wasl.listing.Section;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** What entrepreneurs were asked to change, section by section. */
@ApplicationScoped
public class ChangeRequests implements ReviewerRequests {
  @Inject private Sql sql;

  /**
   * One request.
   *
   * @param answeredAt null until the listing was resubmitted
   * @param changed whether the owner changed the section
   */
  public record ChangeRequest(
      Section section, String message, Instant askedAt, Instant answeredAt, boolean changed) {}

  void ask(Case file, Map<Section, String> messages, PartyId by, Instant now) {
    messages.forEach(
        (section, message) ->
            sql.change(
                "INSERT INTO vetting_change_request"
                    + " (id, case_id, listing_id, section, message, asked_by, asked_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                file.id().value(),
                file.listing().value(),
                section,
                message,
                by.value(),
                now));
  }

  void answered(CaseId file, List<Section> changed, Instant now) {
    for (Section section : changed) {
      sql.change(
          "UPDATE vetting_change_request SET changed = TRUE"
              + " WHERE case_id = ? AND section = ? AND answered_at IS NULL",
          file.value(),
          section);
    }
    sql.change(
        "UPDATE vetting_change_request SET answered_at = ?"
            + " WHERE case_id = ? AND answered_at IS NULL",
        now,
        file.value());
  }

  /** All requests of a case, the newest first. */
  public List<ChangeRequest> of(CaseId file) {
    return list("case_id = ? ORDER BY id DESC LIMIT 100", file.value());
  }

  @Override
  public List<Asked> open(ListingId listing) {
    return list("listing_id = ? AND answered_at IS NULL ORDER BY id LIMIT 100", listing.value())
        .stream()
        .map(each -> new Asked(each.section(), each.message()))
        .toList();
  }

  private List<ChangeRequest> list(String where, long id) {
    return sql.list(
        "SELECT section, message, asked_at, answered_at, changed FROM vetting_change_request WHERE "
            + where,
        row ->
            new ChangeRequest(
                Section.valueOf(row.getString("section")),
                row.getString("message"),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "answered_at"),
                row.getBoolean("changed")),
        id);
  }
}
