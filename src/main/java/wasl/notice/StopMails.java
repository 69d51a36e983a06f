package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.community.SwitchFollowMails;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * Whoever holds the link of a mail stops such mails: no account is asked for, and once more changes
 * nothing.
 *
 * <p>Refusal: {@link NoticeRefused.UnknownStopLink}.
 */
@ApplicationScoped
@Transactional
public class StopMails {
  @Inject private StopLinks links;
  @Inject private Notices notices;
  @Inject private SwitchFollowMails switchFollowMails;

  public record Command(Actor by, String token) {}

  public void handle(Command command) {
    StopLinks.Stopped stopped =
        links
            .open(command.token())
            .orElseThrow(() -> new Refused(new NoticeRefused.UnknownStopLink()));
    if (stopped instanceof StopLinks.OfFollow of) {
      switchFollowMails.handle(new SwitchFollowMails.Command(Actor.SYSTEM, of.follow(), false));
    } else if (stopped instanceof StopLinks.OfKind of) {
      notices.switchOff(of.reader(), of.kind());
    }
  }
}
