package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/**
 * Ends the campaigns whose deadline has come. Before that {@link ExpirePledges} asks the gateway
 * about pledges that still wait for their card, and reflections that are over become firm: nobody
 * who did their part in time is left out.
 */
@ApplicationScoped
public class EndCampaigns implements DueWork {

  /** How long a silent gateway may hold up the end of a campaign. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final int PORTION = 20;

  /** Only those that can end, so that what waits for the gateway keeps nobody from their turn. */
  private static final String READY =
      "SELECT l.id FROM listing l WHERE l.state = 'LIVE' AND l.deadline <= ?"
          + " AND (l.deadline <= ? OR NOT EXISTS (SELECT 1 FROM pledge p"
          + " WHERE p.listing = l.id AND p.state = 'STARTED'))"
          + " ORDER BY l.deadline, l.id LIMIT ?";

  @Inject private EndCampaign end;
  @Inject private EndReflection endReflection;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "pledge-deadlines";
  }

  @Override
  public Optional<Instant> nextDue() {
    Instant now = clock.instant();
    return ready(now, 1).isEmpty() ? next(now) : Optional.of(now);
  }

  private Optional<Instant> next(Instant now) {
    return sql.one(
        "SELECT MIN(IF(deadline > ?, deadline, deadline + INTERVAL ? SECOND)) AS due"
            + " FROM listing WHERE state = 'LIVE'",
        row -> Sql.instant(row, "due"),
        now,
        PATIENCE.toSeconds());
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(ready(now, PORTION), listing -> end(listing, now));
  }

  private List<ListingId> ready(Instant now, int most) {
    return sql.list(READY, row -> new ListingId(row.getLong(1)), now, now.minus(PATIENCE), most);
  }

  private int end(ListingId listing, Instant now) {
    for (PledgeId pledge : reflected(listing, now)) {
      endReflection.handle(new EndReflection.Command(Actor.SYSTEM, pledge));
    }
    end.handle(new EndCampaign.Command(Actor.SYSTEM, listing));
    return 1;
  }

  private List<PledgeId> reflected(ListingId listing, Instant now) {
    return sql.list(
        "SELECT id FROM pledge WHERE listing = ? AND state = 'REFLECTING' AND due_at <= ?",
        row -> new PledgeId(row.getLong(1)),
        listing.value(),
        now);
  }
}
