package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import wasl.listing.Listing;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.Sql;

/** One portion of a run, in one short transaction with the listing locked. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RunPortion {

  private static final int PORTION = 50;

  @Inject private Listings listings;
  @Inject private Pledges pledges;
  @Inject private PledgeRuns runs;
  @Inject private Sql sql;

  public record Command(Actor by, PledgeRuns.Run run, Instant now) {}

  /**
   * Leads a portion of pledges on, or closes the run where none is left.
   *
   * @return how many pieces of work were done; 0 while the listing is suspended, and once the run
   *     is over
   */
  public int handle(Command command) {
    PledgeRuns.Run run = command.run();
    Listing listing = listings.lock(run.listing());
    // stopped since the run was read, it must not charge any more
    boolean over = runs.find(run.id()).filter(now -> now.doneAt() == null).isEmpty();
    if (over || listing.state() == ListingState.SUSPENDED) {
      return 0;
    }
    List<PledgeId> left =
        sql.list(
            "SELECT id FROM pledge WHERE listing = ? AND state IN ('STARTED', 'REFLECTING', 'FIRM')"
                + " ORDER BY id LIMIT ?",
            row -> new PledgeId(row.getLong(1)),
            run.listing().value(),
            PORTION);
    if (left.isEmpty()) {
      runs.done(run, command.now());
      return 1;
    }
    for (PledgeId id : left) {
      Pledge pledge = pledges.lock(id);
      lead(pledge, run.kind(), listing.state(), command.now());
      pledges.save(pledge);
    }
    return left.size();
  }

  private static void lead(Pledge pledge, PledgeRuns.Kind kind, ListingState listing, Instant now) {
    boolean atTheDeadline = kind == PledgeRuns.Kind.CHARGE || listing == ListingState.UNFUNDED;
    switch (pledge.state()) {
      case STARTED -> {
        if (atTheDeadline) {
          pledge.expire(now);
        } else {
          pledge.release(now);
        }
      }
      case FIRM -> {
        if (kind == PledgeRuns.Kind.CHARGE) {
          pledge.charge(now);
        } else {
          pledge.release(now);
        }
      }
      case REFLECTING -> pledge.release(now);
      default -> {
        // somebody else has led it on
      }
    }
  }
}
