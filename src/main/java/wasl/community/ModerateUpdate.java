package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * A moderator hides an update, with a reason that its author gets, or puts it back.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link CommunityRefused}.
 */
@ApplicationScoped
@Transactional
public class ModerateUpdate {
  @Inject private Moderators moderators;
  @Inject private Updates updates;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is done.
   *
   * @param hide whether it is hidden; else it is put back
   * @param reason for hiding
   */
  public record Command(Actor by, long update, boolean hide, String reason) {}

  public void handle(Command command) {
    ListingUpdate update = updates.lock(command.update());
    moderators.require(command.by(), update.listing(), update.lead());
    UpdateState wanted = command.hide() ? UpdateState.HIDDEN : UpdateState.PUBLISHED;
    if (update.state() == wanted) {
      return;
    }
    if (command.hide()) {
      String reason = Words.reason(command.reason());
      updates.move(update, UpdateAction.HIDE, command.by(), reason, clock.instant());
      events.fire(new CommunityEvent.UpdateHidden(update.listing(), update.id()));
    } else {
      updates.move(update, UpdateAction.RESTORE, command.by(), null, clock.instant());
      events.fire(new CommunityEvent.UpdateChanged(update.listing(), update.id()));
    }
  }
}
