package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.shared.Refused;

/** A reader has seen the own notices. Refusal: {@link AccessRefused.SignInNeeded}. */
@ApplicationScoped
@Transactional
public class MarkNoticesRead {
  @Inject private Notices notices;
  @Inject private Clock clock;

  public record Command(Actor by) {}

  public void handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    notices.markRead(command.by().party(), clock.instant());
  }
}
