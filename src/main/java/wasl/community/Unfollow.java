package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * Somebody no longer follows something. What is not followed any more is fine.
 *
 * <p>Refusals: {@link AccessRefused.SignInNeeded}, {@link CommunityRefused.NotFound} for somebody
 * else's.
 */
@ApplicationScoped
@Transactional
public class Unfollow {
  @Inject private Follows follows;

  public record Command(Actor by, long follow) {}

  public void handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    if (follows.find(command.follow()).isPresent()) {
      follows.remove(follows.own(command.by().party(), command.follow()).id());
    }
  }
}
