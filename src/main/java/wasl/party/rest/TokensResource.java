package wasl.party.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import wasl.party.CurrentActor;
import wasl.party.IssueToken;
import wasl.shared.web.ClientAddress;

/** {@code POST /api/v1/tokens}. */
@Path("v1/tokens")
@Tag(name = "tokens")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

  @Inject private IssueToken issueToken;
  @Inject private CurrentActor current;

  /** Signs in for a program. */
  @POST
  @Operation(summary = "A token for Authorization: Bearer, good for twelve hours")
  @APIResponse(responseCode = "201", description = "the token, shown this once")
  @APIResponse(responseCode = "401", description = "sign-in-failed")
  @APIResponse(responseCode = "429", description = "too-many-attempts")
  public Response issue(SignInJson wish, @Context HttpServletRequest request) {
    if (wish == null || wish.email() == null || wish.password() == null) {
      throw new BadRequestException();
    }
    IssueToken.Token token =
        issueToken.handle(
            new IssueToken.Command(
                current.get(), wish.email(), wish.password(), ClientAddress.of(request)));
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(new TokenJson(token.secret(), token.expiresAt().toString()))
        .build();
  }
}
