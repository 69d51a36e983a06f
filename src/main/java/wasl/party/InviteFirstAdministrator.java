package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * The operator's command makes the first administrator, who invites everybody else. Each new link
 * ends the one before; none works once there is an administrator.
 *
 * <p>Refusals: {@link PartyRefused.InvalidEmail}, {@link PartyRefused.AdministratorExists}, {@link
 * PartyRefused.EmailHasAccount}.
 */
@ApplicationScoped
@Transactional
public class InviteFirstAdministrator {

  @Inject private Parties parties;
  @Inject private Institutions institutions;
  @Inject private Invitations invitations;
  @Inject private Clock clock;

  /** Whom to invite; only the system itself does. */
  public record Command(Actor by, String email) {}

  /** Makes the link's path, without a language; no letter is sent. */
  public String handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    EmailAddress email = EmailAddress.of(command.email());
    if (invitations.administratorExists()) {
      throw new Refused(new PartyRefused.AdministratorExists());
    }
    if (parties.byEmail(email).isPresent()) {
      throw new Refused(new PartyRefused.EmailHasAccount());
    }
    invitations.revokeFirst(clock.instant());
    return invitations.add(
        email,
        institutions.byCode(Institutions.OPERATOR).orElseThrow().id(),
        Set.of(Role.ADMINISTRATOR),
        Lang.FIRST,
        null,
        clock.instant());
  }
}
