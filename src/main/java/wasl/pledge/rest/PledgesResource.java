package wasl.pledge.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.pledge.CancelPledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.shared.Refused;
import wasl.shared.rest.PageJson;
import wasl.shared.rest.Query;

/** Own pledges: list, look, cancel. */
@Path("v1/pledges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PledgesResource {

  @Inject private CurrentActor current;
  @Inject private PledgeQueries queries;
  @Inject private CancelPledge cancel;

  @GET
  public PageJson<PledgeJson> mine(
      @Parameter(description = "from 0") @QueryParam("page") String page,
      @Parameter(description = "1 to 100, usually 20") @QueryParam("size") String size) {
    Actor by = investor();
    return PageJson.of(
        queries.mine(by.party(), Query.page(page, size)),
        pledge -> PledgeJson.of(pledge, by.lang()));
  }

  @GET
  @Path("{id}")
  public PledgeJson one(@PathParam("id") String id) {
    Actor by = investor();
    return PledgeJson.of(queries.own(pledge(id), by.party()), by.lang());
  }

  /** Cancels; answers with the cancelled pledge. */
  @DELETE
  @Path("{id}")
  public PledgeJson cancel(@PathParam("id") String id) {
    Actor by = investor();
    cancel.handle(new CancelPledge.Command(by, pledge(id)));
    return PledgeJson.of(queries.own(pledge(id), by.party()), by.lang());
  }

  private Actor investor() {
    Actor by = current.get();
    by.require(Permission.MANAGE_OWN_PLEDGE);
    return by;
  }

  private static PledgeId pledge(String id) {
    return PledgeId.parse(id).orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }
}
