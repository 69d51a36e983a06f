package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import wasl.listing.ListingId;
import wasl.party.Actor;

/** Lets a test outside the server make a campaign in it; only in the archive for tests. */
@Path("it/campaigns")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class CampaignResource {

  private static final int INVESTORS = 5;
  private static final int AT_ONCE = 4;

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Together together;

  /**
   * A live listing whose goal is just reached by so many firm pledges of 25 dollars and a tip.
   *
   * @param bad how many of the cards will decline when they are charged
   */
  @POST
  public String make(@QueryParam("pledges") int pledges, @QueryParam("bad") int bad)
      throws Exception {
    ListingId listing = campaigns.live(25L * pledges);
    List<Actor> investors = new ArrayList<>();
    for (int i = 0; i < INVESTORS; i++) {
      investors.add(campaigns.investor());
    }
    List<Callable<Boolean>> works = new ArrayList<>();
    for (int thread = 0; thread < AT_ONCE; thread++) {
      int first = thread;
      works.add(
          () -> {
            for (int i = first; i < pledges; i += AT_ONCE) {
              String card = i < bad ? GatewayFixtures.DECLINED_LATER : GatewayFixtures.GOOD;
              gateway.pledged(investors.get(i % INVESTORS), listing, 25, i % 3, card);
            }
            return true;
          });
    }
    together.all(works);
    return listing.toString();
  }

  /** What the ledger holds of a listing's money in minor units, tips included. */
  @GET
  public String held(@QueryParam("listing") String listing) {
    ListingId id = ListingId.parse(listing).orElseThrow();
    return Long.toString(books.escrow(id).plus(books.tips(id)).amountMinor());
  }
}
