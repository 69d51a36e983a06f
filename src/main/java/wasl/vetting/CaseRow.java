package wasl.vetting;

import java.time.Instant;
import wasl.listing.ListingFacts;
import wasl.party.Institution;

/**
 * A case as a queue shows it.
 *
 * @param daysLeft working days to the due day, 0 on it; null while no days run
 * @param daysOver days since the due day; null unless overdue
 * @param daysTaken working days that the institution has taken
 * @param outcome null until decided
 */
public record CaseRow(
    CaseId id,
    ListingFacts listing,
    Institution lead,
    CaseState state,
    Instant submittedAt,
    Instant dueAt,
    Integer daysLeft,
    Integer daysOver,
    int daysTaken,
    int workingDays,
    Outcome outcome,
    Instant decidedAt) {}
