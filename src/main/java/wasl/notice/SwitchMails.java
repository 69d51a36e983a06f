package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * A reader chooses which mails to get. Kinds that cannot be switched off are left as they are.
 *
 * <p>Refusal: {@link AccessRefused.SignInNeeded}.
 */
@ApplicationScoped
@Transactional
public class SwitchMails {
  @Inject private Notices notices;

  /**
   * @param off the kinds that are not wanted; all others are
   */
  public record Command(Actor by, Set<NoticeKind> off) {}

  public void handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    Set<NoticeKind> off = EnumSet.noneOf(NoticeKind.class);
    command.off().stream().filter(NoticeKind::switchable).forEach(off::add);
    notices.switchOff(command.by().party(), off);
  }
}
