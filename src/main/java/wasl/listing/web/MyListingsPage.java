package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import wasl.listing.Business;
import wasl.listing.BusinessId;
import wasl.listing.Businesses;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.StartListing;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;

/** My listings, and the beginning of a new one. */
@Named
@RequestScoped
public class MyListingsPage {

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor actor;
  @Inject private ListingQueries queries;
  @Inject private Businesses businesses;
  @Inject private StartListing startListing;

  private List<ListingFacts> mine;
  private String key;
  private String business;

  /** Refuses whoever is no entrepreneur; makes the key of a new draft where a form is shown. */
  public void load() {
    actor.get().require(Permission.EDIT_OWN_LISTING);
    if (key == null) {
      key = ListingId.next().toString();
    }
  }

  /**
   * Begins a draft; the same form sent twice begins one. Whoever went back and begins again goes on
   * with the draft in which nothing stands yet.
   */
  public void start() {
    BusinessId chosen = business == null ? null : BusinessId.parse(business).orElse(null);
    ListingId wanted = ListingId.parse(key).orElseGet(ListingId::next);
    ListingId listing = chosen == null ? untouched().orElse(wanted) : wanted;
    startListing.handle(new StartListing.Command(actor.get(), listing, chosen));
    PageLinks.here().go("/my/listings/" + listing + "/edit/business");
  }

  private Optional<ListingId> untouched() {
    return getMine().stream()
        .filter(
            each ->
                each.state() == ListingState.DRAFT
                    && each.businessName() == null
                    && each.titles().isEmpty()
                    && each.goal() == null)
        .map(ListingFacts::id)
        .findFirst();
  }

  /** All of mine, the newest first. */
  public List<ListingFacts> getMine() {
    if (mine == null) {
      mine = queries.mine(actor.get().party());
    }
    return mine;
  }

  /** The businesses of mine that have a name. */
  public List<Business> getBusinesses() {
    return businesses.of(actor.get().party()).stream()
        .filter(each -> each.details().name() != null)
        .toList();
  }

  /** A title in the page's language, else the original's; null for none. */
  public String title(ListingFacts facts) {
    return facts.title(lang());
  }

  /** The language of {@link #title}. */
  public Lang titleLang(ListingFacts facts) {
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

  public String getBusiness() {
    return business;
  }

  public void setBusiness(String business) {
    this.business = business;
  }
}
