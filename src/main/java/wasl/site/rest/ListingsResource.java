package wasl.site.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import wasl.listing.ListingId;
import wasl.listing.ListingRefused;
import wasl.pledge.PledgeQueries;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.rest.PageJson;
import wasl.shared.rest.Query;
import wasl.site.ListingCards;
import wasl.site.ListingFilter;

/** Published listings for programs. */
@Path("v1/listings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ListingsResource {

  @Inject private ListingCards cards;
  @Inject private PledgeQueries pledges;

  /** A page of published listings; page counts from 0. */
  @GET
  @Operation(summary = "Published listings, open ones first")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "words of the project, its place or business, in any spelling")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      description = "SCHEDULED, LIVE and later ones: what was never published has no place here")
  @Parameter(name = "sector", in = ParameterIn.QUERY, description = "ISIC section, A to S")
  @Parameter(name = "governorate", in = ParameterIn.QUERY, description = "IQ-BA")
  @Parameter(
      name = "model",
      in = ParameterIn.QUERY,
      description = "GRANT, QARD_HASAN, PROFIT_SHARE")
  @Parameter(
      name = "institution",
      in = ParameterIn.QUERY,
      description = "the code of the one that vetted it: IQ-MOMD")
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description = "best (usual with q), live (usual without), newest, ending")
  @Parameter(name = "page", in = ParameterIn.QUERY, description = "from 0")
  @Parameter(name = "size", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
  public PageJson<ListingJson> list(@Context UriInfo uri, @Context HttpHeaders headers) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    UnaryOperator<String> parameter = query::getFirst;
    Page.Wish wish = Query.page(parameter.apply("page"), parameter.apply("size"));
    return PageJson.of(
        cards.find(ListingFilter.exactly(parameter), wish, lang(headers)), ListingJson::of);
  }

  /** One published listing, whole. */
  @GET
  @Path("{id}")
  @Operation(summary = "One published listing, whole")
  public ListingWholeJson one(@PathParam("id") String id, @Context HttpHeaders headers) {
    ListingId listing =
        ListingId.parse(id).orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    PledgeQueries.Shown shown = pledges.shown(listing);
    if (shown.whole().facts().opensAt() == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return ListingWholeJson.of(shown.whole(), shown.totals(), lang(headers), PublicUrl.value());
  }

  private static Lang lang(HttpHeaders headers) {
    return Lang.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
