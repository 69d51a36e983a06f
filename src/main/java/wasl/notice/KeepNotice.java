package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;

/** The system writes a notice that stands in the application; a repeated message writes nothing. */
@ApplicationScoped
@Transactional
public class KeepNotice {
  @Inject private Notices notices;
  @Inject private Clock clock;

  record Command(Actor by, long messageId, Letter letter) {}

  public void handle(Command command) {
    notices.add(command.messageId(), command.letter(), clock.instant());
  }
}
