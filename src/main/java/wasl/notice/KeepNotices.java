package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import wasl.party.Actor;

/** The system writes notices that stand in the application; a repeated message writes nothing. */
@ApplicationScoped
@Transactional
public class KeepNotices {
  @Inject private Notices notices;
  @Inject private Clock clock;

  record Command(Actor by, long messageId, List<Letter> letters) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    for (Letter letter : command.letters()) {
      notices.add(command.messageId(), letter, now);
    }
  }
}
