package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * The letters about something followed are stopped or sent again: by its follower, or by the system
 * for whoever holds the sealed link of such a letter.
 *
 * <p>Refusals: {@link AccessRefused.SignInNeeded}, {@link CommunityRefused.NotFound}.
 */
@ApplicationScoped
@Transactional
public class SwitchFollowMails {
  @Inject private Follows follows;

  public record Command(Actor by, long follow, boolean on) {}

  public void handle(Command command) {
    if (command.by().system()) {
      follows.mails(command.follow(), command.on());
      return;
    }
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    follows.mails(follows.own(command.by().party(), command.follow()).id(), command.on());
  }
}
