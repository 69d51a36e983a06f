package wasl.finance.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.ledger.web.ListingTitles;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.shared.Lang;

/** Tells the ledger's pages what the projects are called. */
@ApplicationScoped
public class NamedListings implements ListingTitles {

  @Inject private ListingQueries listings;
  @Inject private HttpServletRequest request;

  @Override
  public Map<Long, Title> of(Collection<Long> ids) {
    Lang reader = request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
    return listings.facts(ids.stream().map(ListingId::new).distinct().toList()).values().stream()
        .collect(
            Collectors.toMap(
                each -> each.id().value(),
                each -> new Title(each.title(reader), each.titleLang(reader))));
  }
}
