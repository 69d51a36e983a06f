package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.community.Follow;
import wasl.community.Follows;
import wasl.community.Question;
import wasl.community.Questions;
import wasl.community.Voices;
import wasl.listing.ListingFacts;
import wasl.party.CurrentActor;

/** Updates, questions and the follow button on a listing's page. */
@Named
@RequestScoped
public class VoicesPart {
  @Inject private Voices voices;
  @Inject private Questions questions;
  @Inject private Follows follows;
  @Inject private CurrentActor actor;

  private Voices.Shown shown;
  private Follow follow;
  private boolean asked;

  /** What this reader sees of a published listing. */
  public Voices.Shown of(ListingFacts listing) {
    if (shown == null) {
      shown = voices.of(actor.get(), listing);
    }
    return shown;
  }

  /** The reader's own questions that are not on the page. */
  public List<Question> unseen(ListingFacts listing) {
    return actor.get().signedIn() ? questions.unseen(listing.id(), actor.get().party()) : List.of();
  }

  /** Whether the reader owns it. */
  public boolean own(ListingFacts listing) {
    return listing.owner().equals(actor.get().party());
  }

  /** The reader's follow; null for none. */
  public Follow follow(ListingFacts listing) {
    if (!asked && actor.get().signedIn()) {
      follow = follows.of(actor.get().party(), listing.id()).orElse(null);
    }
    asked = true;
    return follow;
  }
}
