package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import wasl.listing.DuplicateListing;
import wasl.listing.Listing;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.Listings;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** A new draft from one of my earlier listings: says what is copied and what is not. */
@Named
@RequestScoped
public class CopyListingPage {

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor actor;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private DuplicateListing duplicateListing;
  @Inject private PageMessages messages;

  private final ListingId id = ListingId.parse(PageLinks.value("id")).orElse(null);
  private ListingFacts facts;
  private String key;

  /** Refuses whoever is not the owner. */
  public void load() {
    if (id == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    Listing own = listings.getOwn(actor.get(), id);
    facts = queries.facts(own.id());
    if (key == null) {
      key = ListingId.next().toString();
    }
  }

  /** Copies it; the same form sent twice copies it once. */
  public void copy() {
    ListingId copy = ListingId.parse(key).orElseGet(ListingId::next);
    duplicateListing.handle(new DuplicateListing.Command(actor.get(), id, copy));
    messages.flash("ok", "listing.copy.done");
    PageLinks.here().go("/my/listings/" + copy + "/edit/words");
  }

  public ListingId getId() {
    return id;
  }

  /** The title in the page's language, else the original's; null for none. */
  public String getTitle() {
    return facts.title(lang());
  }

  public Lang getTitleLang() {
    return facts.titleLang(lang());
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }
}
