package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.discovery.MatchWords;
import wasl.party.Actor;
import wasl.shared.Ids;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * Somebody with an account wants to know of every listing that opens and fits a filter.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused.SignInNeeded}, {@link CommunityRefused.EmptyFilter},
 * {@link CommunityRefused.TooManyFollows}, {@link CommunityRefused.TextTooLong}, {@link
 * wasl.party.PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class FollowFilter {
  private static final int MOST_WORDS = 200;

  @Inject private FollowDoor door;
  @Inject private Follows follows;
  @Inject private Clock clock;

  public record Command(Actor by, Follow.Filter filter) {}

  public void handle(Command command) {
    door.open(command.by());
    String words = PlainText.line(command.filter().words());
    if (words != null && words.length() > MOST_WORDS) {
      throw new Refused(new CommunityRefused.TextTooLong(MOST_WORDS));
    }
    Follow.Filter filter =
        new Follow.Filter(
            command.filter().governorate(),
            command.filter().sector(),
            command.filter().model(),
            words == null || !MatchWords.any(words) ? null : words);
    if (filter.empty()) {
      throw new Refused(new CommunityRefused.EmptyFilter());
    }
    follows.add(new Follow(Ids.next(), command.by().party(), null, filter, true, clock.instant()));
  }
}
