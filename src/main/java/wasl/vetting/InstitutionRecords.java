package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.listing.VettedBy;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.shared.Page;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/** What the public may know of an institution's vetting: figures, and what it let through. */
@ApplicationScoped
public class InstitutionRecords implements VettedBy {

  private static final Duration MEDIAN_OVER = Duration.ofDays(365);

  /** A listing that was stopped had been approved before. */
  private static final String APPROVED = "c.outcome IN ('APPROVE', 'STOP')";

  private static final String VETTED =
      " FROM vetting_case c JOIN listing l ON l.id = c.listing_id AND l.published_at IS NOT NULL"
          + " WHERE c.institution_id = ? AND "
          + APPROVED;

  @Inject private Sql sql;
  @Inject private Institutions institutions;

  private final Remembered<String, Map<InstitutionId, Decisions>> decisions =
      new Remembered<>(Duration.ofSeconds(10), all -> readDecisions());

  /**
   * How a lead institution has decided.
   *
   * @param open cases on which it has not decided yet
   */
  public record Decisions(long approved, long rejected, long open) {

    /** No case yet. */
    public static final Decisions NONE = new Decisions(0, 0, 0);

    /** How many cases it has decided. */
    public long decided() {
      return approved + rejected;
    }
  }

  /** The institutions that have had a case, at most ten seconds old. */
  public Map<InstitutionId, Decisions> decisions() {
    return decisions.get("all");
  }

  private Map<InstitutionId, Decisions> readDecisions() {
    Map<InstitutionId, Decisions> all = new LinkedHashMap<>();
    sql.list(
        "SELECT c.institution_id, SUM(IF("
            + APPROVED
            + ", 1, 0)), SUM(IF(c.outcome = 'REJECT', 1, 0)),"
            + " SUM(IF(c.outcome IS NULL AND c.state <> 'CLOSED', 1, 0))"
            + " FROM vetting_case c GROUP BY c.institution_id",
        row ->
            all.put(
                new InstitutionId(row.getLong(1)),
                new Decisions(row.getLong(2), row.getLong(3), row.getLong(4))));
    return Map.copyOf(all);
  }

  /**
   * The median of the working days that all decisions of the last 365 days took; nothing where
   * there were none. Of an even number the lower middle one counts.
   */
  public Optional<Integer> medianDays(Instant now) {
    String decided = " FROM vetting_case WHERE decided_at >= ?";
    Instant since = now.minus(MEDIAN_OVER);
    long count = sql.number("SELECT COUNT(*)" + decided, since);
    return count == 0
        ? Optional.empty()
        : sql.one(
            "SELECT days_used" + decided + " ORDER BY days_used LIMIT 1 OFFSET " + (count - 1) / 2,
            row -> row.getInt(1),
            since);
  }

  @Override
  public Optional<String> institution(ListingId listing) {
    return sql.one(
            "SELECT c.institution_id FROM vetting_case c WHERE c.listing_id = ? AND "
                + APPROVED
                + " ORDER BY c.decided_at DESC, c.id DESC LIMIT 1",
            row -> new InstitutionId(row.getLong(1)),
            listing.value())
        .map(id -> institutions.get(id).code());
  }

  /** The published listings that an institution approved, the latest decision first. */
  public Page<ListingId> vetted(InstitutionId institution, Page.Wish wish) {
    return new Page<>(
        sql.list(
            "SELECT c.listing_id"
                + VETTED
                + " ORDER BY c.decided_at DESC, c.id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            row -> new ListingId(row.getLong(1)),
            institution.value()),
        wish.page(),
        wish.size(),
        sql.number("SELECT COUNT(*)" + VETTED, institution.value()));
  }
}
