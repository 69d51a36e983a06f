package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.listing.ListingFacts;
import wasl.party.Actor;
import wasl.shared.Refused;

/** What can be reported, and by whom: what one reads. */
@ApplicationScoped
public class ReportSubjects {
  @Inject private Updates updates;
  @Inject private Questions questions;
  @Inject private UpdateReaders readers;

  /**
   * Refuses what is not there for this reader.
   *
   * @throws Refused {@link CommunityRefused.NotFound}
   */
  public void require(Actor by, ListingFacts listing, ReportAbout about, long subject) {
    boolean there =
        switch (about) {
          case LISTING -> true;
          case UPDATE ->
              updates
                  .find(subject)
                  .filter(update -> update.listing().equals(listing.id()))
                  .filter(update -> update.state() == UpdateState.PUBLISHED)
                  .filter(
                      update -> update.audience() == Audience.ALL || readers.insider(by, listing))
                  .isPresent();
          case QUESTION ->
              questions
                  .find(subject)
                  .filter(question -> question.listing().equals(listing.id()))
                  .filter(
                      question ->
                          question.state() == QuestionState.PUBLISHED
                              || listing.owner().equals(by.party()))
                  .isPresent();
        };
    if (!there) {
      throw new Refused(new CommunityRefused.NotFound());
    }
  }
}
