package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Permission;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The reports of abuse in the database. */
@ApplicationScoped
public class Reports {
  @Inject private Sql sql;
  @Inject private Moderators moderators;

  /**
   * Keeps a new one, unless its form was sent before.
   *
   * @return whether it is new
   */
  boolean add(AbuseReport report, String key) {
    sql.change(
        "INSERT INTO community_report (id, request_key, listing, lead_institution, about, subject,"
            + " cause, text, lang, reporter, email, state, reported_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
        report.id(),
        key,
        report.listing().value(),
        report.lead() == null ? null : report.lead().value(),
        report.about(),
        report.subject(),
        report.cause(),
        report.text(),
        report.lang(),
        report.reporter() == null ? null : report.reporter().value(),
        report.email(),
        report.state(),
        report.reportedAt());
    return sql.number("SELECT COUNT(*) FROM community_report WHERE id = ?", report.id()) > 0;
  }

  /** Whether this form was sent before. */
  boolean sent(String key) {
    return sql.number("SELECT COUNT(*) FROM community_report WHERE request_key = ?", key) > 0;
  }

  /** One report, for letters. */
  public Optional<AbuseReport> find(long id) {
    return sql.one("SELECT * FROM community_report WHERE id = ?", Reports::read, id);
  }

  /**
   * One report for a reader of the desk.
   *
   * @throws Refused {@link CommunityRefused.NotFound}, {@link wasl.party.AccessRefused}
   */
  public AbuseReport get(Actor by, long id) {
    by.require(Permission.READ_REPORTS);
    return find(id)
        .filter(report -> moderators.reads(by, report.lead()))
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /** One report, held until the transaction ends. */
  AbuseReport lock(long id) {
    return sql.one("SELECT * FROM community_report WHERE id = ? FOR UPDATE", Reports::read, id)
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /**
   * The answer.
   *
   * @return the state that it leads to
   */
  ReportState answer(AbuseReport report, ReportAction action, String text, Actor by, Instant now) {
    ReportState next =
        ReportState.LIFECYCLE
            .next(report.state(), action)
            .orElseThrow(() -> new Refused(new CommunityRefused.ChangedMeanwhile()));
    sql.change(
        "UPDATE community_report SET state = ?, answer = ?, answered_by = ?, answered_at = ?"
            + " WHERE id = ?",
        next,
        text,
        by.party() == null ? null : by.party().value(),
        now,
        report.id());
    return next;
  }

  /** Reports on the desk: open ones, the oldest first, or answered ones, the newest first. */
  public Page<AbuseReport> desk(Actor by, boolean open, Page.Wish wish) {
    by.require(Permission.READ_REPORTS);
    List<Object> arguments = new ArrayList<>();
    String where =
        (open ? "state IN ('OPEN', 'PASSED_ON')" : "state IN ('UPHELD', 'DISMISSED')")
            + Questions.reach(by, arguments);
    long total =
        sql.number("SELECT COUNT(*) FROM community_report WHERE " + where, arguments.toArray());
    List<AbuseReport> items =
        sql.list(
            "SELECT * FROM community_report WHERE "
                + where
                + (open ? " ORDER BY id" : " ORDER BY id DESC")
                + " LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            Reports::read,
            arguments.toArray());
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  private static AbuseReport read(ResultSet row) throws SQLException {
    return new AbuseReport(
        row.getLong("id"),
        new ListingId(row.getLong("listing")),
        Updates.institution(row),
        ReportAbout.valueOf(row.getString("about")),
        row.getLong("subject"),
        ReportCause.valueOf(row.getString("cause")),
        row.getString("text"),
        Lang.valueOf(row.getString("lang")),
        party(row, "reporter"),
        row.getString("email"),
        ReportState.valueOf(row.getString("state")),
        Sql.instant(row, "reported_at"),
        row.getString("answer"),
        party(row, "answered_by"),
        Sql.instant(row, "answered_at"));
  }

  private static PartyId party(ResultSet row, String column) throws SQLException {
    long party = row.getLong(column);
    return row.wasNull() ? null : new PartyId(party);
  }
}
