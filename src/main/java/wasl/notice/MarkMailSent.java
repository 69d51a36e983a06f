package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;

/** The system remembers that the mail server has taken a mail, so that it is not sent again. */
@ApplicationScoped
@Transactional
public class MarkMailSent {
  @Inject private Notices notices;
  @Inject private Clock clock;

  record Command(Actor by, long messageId, String address) {}

  public void handle(Command command) {
    notices.markSent(command.messageId(), command.address(), clock.instant());
  }
}
