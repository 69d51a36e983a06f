package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.shared.Refused;

/**
 * An administrator withdraws an invitation.
 *
 * <p>Refusals: {@link AccessRefused}, {@link PartyRefused.InvitationClosed}.
 */
@ApplicationScoped
@Transactional
public class RevokeInvitation {

  @Inject private Invitations invitations;
  @Inject private Clock clock;

  /** Which invitation. */
  public record Command(Actor by, long invitation) {}

  /** Withdraws it. */
  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    if (!invitations.revoke(command.invitation(), clock.instant())) {
      throw new Refused(new PartyRefused.InvitationClosed());
    }
  }
}
