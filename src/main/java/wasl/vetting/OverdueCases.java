package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/** Looks for cases whose working days are over. */
@ApplicationScoped
public class OverdueCases implements DueWork {
  private static final String OPEN = "due_at IS NOT NULL AND overdue_told_at IS NULL";

  @Inject private Sql sql;
  @Inject private TellOverdue tellOverdue;

  @Override
  public String name() {
    return "vetting-overdue";
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.one(
        "SELECT due_at FROM vetting_case WHERE " + OPEN + " ORDER BY due_at LIMIT 1",
        row -> Sql.instant(row, "due_at"));
  }

  @Override
  public int doDue(Instant now) {
    List<CaseId> due =
        sql.list(
            "SELECT id FROM vetting_case WHERE due_at <= ? AND " + OPEN + " LIMIT 50",
            row -> new CaseId(row.getLong(1)),
            now);
    return EachAlone.of(due, this::tell);
  }

  private int tell(CaseId file) {
    tellOverdue.handle(new TellOverdue.Command(Actor.SYSTEM, file));
    return 1;
  }
}
