package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.Listings;
import wasl.listing.Rates;
import wasl.money.Money;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;

/**
 * The listing as far as it is written, as a visitor's phone would show it: beside the form, in a
 * frame. Every part may be missing.
 */
@Named
@RequestScoped
public class PhonePage {

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor actor;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private StoryHtml stories;
  @Inject private Rates rates;
  @Inject private Clock clock;

  private ListingQueries.Whole whole;

  /** Refuses whoever is not the owner. */
  public void load() {
    ListingId id =
        ListingId.parse(PageLinks.value("id"))
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    whole = queries.whole(listings.getOwn(actor.get(), id).id());
  }

  public ListingQueries.Whole getWhole() {
    return whole;
  }

  public ListingContent getContent() {
    return whole.content();
  }

  /** The language of the words that are shown. */
  public Lang getTextLang() {
    return whole.content().words().langFor(lang());
  }

  /** The words in the page's language, else the original's; empty where none are written. */
  public ListingContent.Text getText() {
    ListingContent.Text text = whole.content().words().in(lang());
    return text == null ? new ListingContent.Text(null, null, null) : text;
  }

  /** The story as markup; empty for none. */
  public String getStory() {
    String story = getText().story();
    return story == null ? "" : stories.html(story);
  }

  /** What arrives of the goal; null before there is one. */
  public Money getNet() {
    ListingContent.Plan plan = whole.content().plan();
    return plan.goal() == null || plan.model() == null
        ? null
        : plan.goal().minus(Rates.feeOf(plan.goal(), rates.fee(plan.model(), clock.instant())));
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
