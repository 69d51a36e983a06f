package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.listing.Business;
import wasl.listing.BusinessId;
import wasl.listing.Businesses;
import wasl.listing.Districts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.site.ListingCard;
import wasl.site.ListingCards;

/** {@code /businesses/{id}}: a business that has published a listing, and all it has published. */
@Named
@RequestScoped
public class BusinessPage {

  @Inject private Businesses businesses;
  @Inject private ListingQueries listings;
  @Inject private ListingCards cards;
  @Inject private Districts districts;
  @Inject private PageLang page;

  private final String id = PageLinks.value("id");
  private Business.Details business;
  private List<ListingCard> published;

  /** Shows a business with something published; any other is not found. */
  public void load() {
    BusinessId wanted =
        Ids.parse(id)
            .map(BusinessId::new)
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    List<ListingId> ids = listings.of(wanted);
    if (ids.isEmpty()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    business = businesses.get(wanted).details();
    published = cards.cards(ids, page.lang());
  }

  public Business.Details getBusiness() {
    return business;
  }

  public List<ListingCard> getPublished() {
    return published;
  }

  /** District and governorate. */
  public String getPlace() {
    return Places.name(business.governorate(), business.district(), districts, page.lang());
  }
}
