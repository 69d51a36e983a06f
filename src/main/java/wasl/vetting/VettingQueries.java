package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Institution;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.party.Role;
import wasl.shared.Baghdad;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The queues of institutions: a reviewer sees the own institution's, an auditor all. */
@ApplicationScoped
public class VettingQueries {
  private static final Duration MEDIAN_OVER = Duration.ofDays(365);

  private static final String ROW =
      "SELECT c.id, c.listing_id, c.institution_id, c.state, c.submitted_at, c.due_at,"
          + " c.running_since, c.days_used, c.working_days, c.outcome, c.decided_at"
          + " FROM vetting_case c WHERE ";

  @Inject private Sql sql;
  @Inject private ListingQueries listings;
  @Inject private Institutions institutions;
  @Inject private Calendar calendar;
  @Inject private VettingRecords records;

  /** What the public may know of the vetting of a listing; nothing where there was none. */
  public Optional<VettingRecordView> record(ListingId listing) {
    return records.of(listing);
  }

  /** The public vetting record as visitors see it, at most three seconds old. */
  public Optional<VettingRecordView> shown(ListingId listing) {
    return records.shown(listing);
  }

  /** A page of the queue: what is due first stands first, what is decided by its date. */
  public Page<CaseRow> queue(Actor by, QueueFilter filter, Page.Wish wish, Instant now) {
    by.require(Permission.READ_CASES);
    List<Object> arguments = new ArrayList<>();
    String where = where(by, filter, now, arguments);
    long total =
        sql.number("SELECT COUNT(*) FROM vetting_case c WHERE " + where, arguments.toArray());
    String order =
        filter == QueueFilter.DECIDED
            ? "c.decided_at DESC, c.id DESC"
            : "c.due_at IS NULL, c.due_at, c.id";
    List<Found> found =
        sql.list(
            ROW
                + where
                + " ORDER BY "
                + order
                + " LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            Found::read,
            arguments.toArray());
    return new Page<>(rows(found, now), wish.page(), wish.size(), total);
  }

  /**
   * One case as the queue shows it, for readers of its institution and auditors.
   *
   * @throws Refused {@link VettingRefused.NotFound}, {@link AccessRefused}
   */
  public CaseRow row(Actor by, CaseId id, Instant now) {
    by.require(Permission.READ_CASES);
    List<Found> found = sql.list(ROW + "c.id = ?", Found::read, id.value());
    if (found.isEmpty()) {
      throw new Refused(new VettingRefused.NotFound());
    }
    if (!auditor(by) && !found.get(0).lead().equals(by.institution())) {
      throw new Refused(new AccessRefused.NotAllowed());
    }
    return rows(found, now).get(0);
  }

  /** Whether this reader reads everything and decides nothing. */
  static boolean auditor(Actor by) {
    return by.roles().contains(Role.AUDITOR);
  }

  /** How many cases each part of the queue has. */
  public Map<QueueFilter, Long> counts(Actor by, Instant now) {
    by.require(Permission.READ_CASES);
    Map<QueueFilter, Long> counts = new EnumMap<>(QueueFilter.class);
    for (QueueFilter filter : QueueFilter.values()) {
      List<Object> arguments = new ArrayList<>();
      String where = where(by, filter, now, arguments);
      counts.put(
          filter,
          sql.number("SELECT COUNT(*) FROM vetting_case c WHERE " + where, arguments.toArray()));
    }
    return counts;
  }

  /**
   * The median of the working days that an institution took for its decisions of the last 365 days;
   * nothing where it made none. Of an even number the lower middle one counts.
   */
  public Optional<Integer> medianDays(InstitutionId institution, Instant now) {
    String decided = " FROM vetting_case WHERE institution_id = ? AND decided_at >= ?";
    Instant since = now.minus(MEDIAN_OVER);
    long count = sql.number("SELECT COUNT(*)" + decided, institution.value(), since);
    return count == 0
        ? Optional.empty()
        : sql.one(
            "SELECT days_used" + decided + " ORDER BY days_used LIMIT 1 OFFSET " + (count - 1) / 2,
            row -> row.getInt(1),
            institution.value(),
            since);
  }

  private static String where(Actor by, QueueFilter filter, Instant now, List<Object> arguments) {
    if (filter == QueueFilter.CONFIRM) {
      arguments.add(by.party().value());
    } else if (filter == QueueFilter.OVERDUE) {
      arguments.add(now);
    }
    if (auditor(by)) {
      return filter.condition();
    }
    arguments.add(by.institution().value());
    return filter.condition() + " AND c.institution_id = ?";
  }

  private List<CaseRow> rows(List<Found> found, Instant now) {
    Map<ListingId, ListingFacts> facts =
        listings.facts(found.stream().map(Found::listing).toList());
    Map<InstitutionId, WorkingDays> calendars = new HashMap<>();
    return found.stream()
        .map(
            row -> {
              Institution lead = institutions.get(row.lead());
              WorkingDays days = calendars.computeIfAbsent(lead.id(), calendar::of);
              return row.row(facts.get(row.listing()), lead, days, now);
            })
        .toList();
  }

  private record Found(
      CaseId id,
      ListingId listing,
      InstitutionId lead,
      CaseState state,
      Instant submittedAt,
      Instant dueAt,
      Instant runningSince,
      int daysUsed,
      int workingDays,
      Outcome outcome,
      Instant decidedAt) {
    static Found read(ResultSet row) throws SQLException {
      String outcome = row.getString("outcome");
      return new Found(
          new CaseId(row.getLong("id")),
          new ListingId(row.getLong("listing_id")),
          new InstitutionId(row.getLong("institution_id")),
          CaseState.valueOf(row.getString("state")),
          Sql.instant(row, "submitted_at"),
          Sql.instant(row, "due_at"),
          Sql.instant(row, "running_since"),
          row.getInt("days_used"),
          row.getInt("working_days"),
          outcome == null ? null : Outcome.valueOf(outcome),
          Sql.instant(row, "decided_at"));
    }

    CaseRow row(ListingFacts facts, Institution institution, WorkingDays days, Instant now) {
      boolean over = dueAt != null && now.isAfter(dueAt);
      int taken = runningSince == null ? daysUsed : daysUsed + days.between(runningSince, now);
      return new CaseRow(
          id,
          facts,
          institution,
          state,
          submittedAt,
          dueAt,
          dueAt == null || over ? null : days.between(now, dueAt),
          over ? (int) ChronoUnit.DAYS.between(Baghdad.day(dueAt), Baghdad.day(now)) : null,
          taken,
          workingDays,
          outcome,
          decidedAt);
    }
  }

  /** The parts of an institution's queue. */
  public enum QueueFilter {
    /** Nobody has opened it. */
    NEW("c.state = 'NEW'"),
    /** In review, or with the entrepreneur for changes. */
    REVIEW("c.state IN ('IN_REVIEW', 'WAITING')"),
    /** A colleague's proposal waits for this reviewer. */
    CONFIRM(
        "c.state IN ('PROPOSED', 'STOP_PROPOSED') AND NOT EXISTS (SELECT 1 FROM vetting_proposal p"
            + " WHERE p.case_id = c.id AND p.confirmed_by IS NULL AND p.returned_by IS NULL"
            + " AND p.proposed_by = ?)"),
    OVERDUE("c.due_at IS NOT NULL AND c.due_at < ?"),
    DECIDED("c.state IN ('DECIDED', 'CLOSED')"),
    /** Everything on which work is left. */
    OPEN("c.state NOT IN ('DECIDED', 'CLOSED')"),
    ALL("1 = 1");

    private final String condition;

    QueueFilter(String condition) {
      this.condition = condition;
    }

    /** The condition on {@code vetting_case c}; CONFIRM asks for the reader, OVERDUE for now. */
    String condition() {
      return condition;
    }
  }
}
