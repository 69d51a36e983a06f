package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import wasl.community.ListingUpdate;
import wasl.community.Question;
import wasl.community.Questions;
import wasl.community.Voices;
import wasl.listing.ListingFacts;
import wasl.party.AccessRefused;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;

/**
 * {@code /listings/{id}/updates}, {@code /listings/{id}/updates/{update}} and {@code
 * /listings/{id}/questions}: everything that is said about a listing.
 */
@Named
@RequestScoped
public class ListingVoicesPage {
  @Inject private Visit visit;
  @Inject private Voices voices;
  @Inject private Questions questions;
  @Inject private CurrentActor actor;

  private ListingFacts listing;
  private Page<ListingUpdate> updates;
  private ListingUpdate update;
  private Page<Question> asked;

  /** Reads a page of updates. */
  public void loadUpdates() {
    listing = visit.published();
    updates = voices.updates(actor.get(), listing, visit.wish());
  }

  /** Reads one update, if it is for this reader; an investor may have to sign in first. */
  public void loadUpdate() {
    listing = visit.published();
    try {
      update = voices.update(actor.get(), listing, visit.id("update"));
    } catch (Refused refused) {
      if (!(refused.refusal() instanceof AccessRefused.SignInNeeded)) {
        throw refused;
      }
      PageLinks here = PageLinks.here();
      here.go("/sign-in?next=" + URLEncoder.encode(here.getPath(), StandardCharsets.UTF_8));
    }
  }

  /** Reads a page of questions. */
  public void loadQuestions() {
    listing = visit.published();
    asked = questions.published(listing.id(), visit.wish());
  }

  public ListingFacts getListing() {
    return listing;
  }

  public String getTitle() {
    return listing.title(visit.lang());
  }

  public Lang getTitleLang() {
    return listing.titleLang(visit.lang());
  }

  public Page<ListingUpdate> getUpdates() {
    return updates;
  }

  public ListingUpdate getUpdate() {
    return update;
  }

  public Page<Question> getAsked() {
    return asked;
  }
}
