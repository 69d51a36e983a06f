package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/** What moderators and auditors read of updates and questions, hidden ones too. */
@ApplicationScoped
public class Moderation {
  @Inject private Moderators moderators;
  @Inject private Updates updates;
  @Inject private Questions questions;

  /**
   * An update for a reader of the desk.
   *
   * @throws Refused {@link CommunityRefused.NotFound}, {@link wasl.party.AccessRefused}
   */
  public ListingUpdate update(Actor by, long id) {
    by.require(Permission.READ_REPORTS);
    return updates
        .find(id)
        .filter(update -> moderators.reads(by, update.lead()))
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /** A question for a reader of the desk; refusals as above. */
  public Question question(Actor by, long id) {
    by.require(Permission.READ_REPORTS);
    return questions
        .find(id)
        .filter(question -> moderators.reads(by, question.lead()))
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }
}
