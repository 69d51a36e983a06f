package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.Campaigns;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/**
 * Ends the campaigns whose deadline has come. Before that the gateway is asked about pledges that
 * still wait for their card, and reflections that are over become firm: nobody who did their part
 * in time is left out.
 */
@ApplicationScoped
public class EndCampaigns implements DueWork {

  /** How long a silent gateway may hold up the end of a campaign. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final int PORTION = 20;

  @Inject private Campaigns campaigns;
  @Inject private ListingQueries listings;
  @Inject private EndCampaign end;
  @Inject private EndReflection endReflection;
  @Inject private CardAtGateway cards;
  @Inject private Sql sql;

  @Override
  public String name() {
    return "pledge-deadlines";
  }

  @Override
  public Optional<Instant> nextDue() {
    return campaigns.nextDeadline();
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(campaigns.over(now, PORTION), listing -> end(listing, now));
  }

  private int end(ListingId listing, Instant now) {
    if (!lastCards(listing, now)) {
      return 0;
    }
    end.handle(new EndCampaign.Command(Actor.SYSTEM, listing));
    return 1;
  }

  /** Whether everything that can be known about the listing's pledges is known. */
  private boolean lastCards(ListingId listing, Instant now) {
    ListingFacts facts = listings.facts(listing);
    boolean patient = now.isBefore(facts.deadline().plus(PATIENCE));
    for (PledgeId pledge : waiting(listing, "STARTED", now.plus(Pledge.WAITS_FOR_CARD))) {
      if (cards.look(pledge) == CardAtGateway.Answer.UNKNOWN && patient) {
        return false;
      }
    }
    for (PledgeId pledge : waiting(listing, "REFLECTING", now)) {
      endReflection.handle(new EndReflection.Command(Actor.SYSTEM, pledge));
    }
    return true;
  }

  private List<PledgeId> waiting(ListingId listing, String state, Instant dueUntil) {
    return sql.list(
        "SELECT id FROM pledge WHERE listing = ? AND state = ? AND due_at <= ?",
        row -> new PledgeId(row.getLong(1)),
        listing.value(),
        state,
        dueUntil);
  }
}
