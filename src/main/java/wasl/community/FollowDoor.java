package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Throttle;
import wasl.shared.Refused;

/** What is asked of everybody who follows something. */
@ApplicationScoped
public class FollowDoor {
  @Inject private Follows follows;
  @Inject private Throttle throttle;

  /**
   * Lets in who may follow one thing more.
   *
   * @throws Refused {@link AccessRefused.SignInNeeded}, {@link CommunityRefused.TooManyFollows},
   *     {@link wasl.party.PartyRefused.TooManyAttempts}
   */
  void open(Actor by) {
    if (!by.signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    throttle.count(CommunityLimits.FOLLOW_ACCOUNT, by.party().toString());
    if (follows.count(by.party()) >= CommunityLimits.MOST_FOLLOWS) {
      throw new Refused(new CommunityRefused.TooManyFollows(CommunityLimits.MOST_FOLLOWS));
    }
  }
}
