package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * The owner takes an update back for good; what was sent by mail stays sent.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link CommunityRefused.NotFound}, {@link
 * wasl.listing.ListingRefused.NotFound}.
 */
@ApplicationScoped
@Transactional
public class WithdrawUpdate {
  @Inject private Listings listings;
  @Inject private Updates updates;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public record Command(Actor by, long update) {}

  public void handle(Command command) {
    ListingUpdate update = updates.lock(command.update());
    listings.getOwn(command.by(), update.listing());
    if (update.state() == UpdateState.WITHDRAWN) {
      return;
    }
    updates.move(update, UpdateAction.WITHDRAW, command.by(), null, clock.instant());
    events.fire(new CommunityEvent.UpdateChanged(update.listing(), update.id()));
  }
}
