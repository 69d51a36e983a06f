package wasl.notice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.notice.Notices;
import wasl.party.CurrentActor;

/** {@code #{notices.unread}}: how many notices the reader has not seen, asked once a request. */
@Named("notices")
@RequestScoped
public class UnreadNotices {
  @Inject private Notices notices;
  @Inject private CurrentActor actor;

  private Long unread;

  /** 0 for visitors. */
  public long getUnread() {
    if (unread == null) {
      unread = actor.get().signedIn() ? notices.unread(actor.get().party()) : 0L;
    }
    return unread;
  }
}
