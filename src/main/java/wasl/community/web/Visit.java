package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.ClientAddress;
import wasl.shared.web.PageLinks;

/** What the present request asks for. */
@RequestScoped
public class Visit {
  private static final int SIZE = 20;

  @Inject private ListingQueries listings;
  @Inject private HttpServletRequest request;

  Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  /** From where it comes, for limits. */
  String address() {
    return ClientAddress.of(request);
  }

  boolean sent() {
    return request.getMethod().equals("POST");
  }

  String value(String name) {
    return PageLinks.value(name);
  }

  /** The id behind a value of the address; nothing that is there for anything else. */
  long id(String name) {
    return Ids.parse(value(name)).orElse(0L);
  }

  Page.Wish wish() {
    return new Page.Wish(PageNumber.of(value("page")) - 1, SIZE);
  }

  ListingId listingId() {
    return ListingId.parse(value("id"))
        .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
  }

  /**
   * The published listing of the address.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  ListingFacts published() {
    ListingFacts facts = listings.facts(listingId());
    if (!facts.published()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return facts;
  }
}
