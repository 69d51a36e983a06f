package wasl.party.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import wasl.party.Actor;
import wasl.party.InviteFirstAdministrator;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.rest.Control;

/** {@code ./wasl admin invite EMAIL}: a link for the terminal, or the same as JSON. */
@Control
@Path("control/admin-invitation")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class AdminInvitationResource {

  @Inject private InviteFirstAdministrator inviteFirstAdministrator;

  /** Whom to invite. */
  public record EmailJson(String email) {}

  /** The one-time link. */
  public record LinkJson(String link) {}

  @POST
  @Produces(MediaType.TEXT_PLAIN)
  public String print(EmailJson wish) {
    return link(wish) + "\n";
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public LinkJson invite(EmailJson wish) {
    return new LinkJson(link(wish));
  }

  private String link(EmailJson wish) {
    String path =
        inviteFirstAdministrator.handle(
            new InviteFirstAdministrator.Command(Actor.SYSTEM, wish.email()));
    return PublicUrl.value() + "/" + Lang.FIRST.code() + path;
  }
}
