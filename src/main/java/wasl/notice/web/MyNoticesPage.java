package wasl.notice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wasl.notice.MarkNoticesRead;
import wasl.notice.NoticeKind;
import wasl.notice.NoticeKind.Group;
import wasl.notice.Notices;
import wasl.notice.SwitchMails;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/notices}: what the reader was told, and which mails to get. */
@Named
@RequestScoped
public class MyNoticesPage {
  private static final int SIZE = 20;

  @Inject private Notices notices;
  @Inject private MarkNoticesRead markRead;
  @Inject private SwitchMails switchMails;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;
  @Inject private HttpServletRequest request;

  private Page<Notices.View> list;
  private Set<NoticeKind> off;

  /** Reads the page first, so that what is new stands out once; then it counts as seen. */
  public void load() {
    getList();
    if (request.getMethod().equals("GET")) {
      markRead.handle(new MarkNoticesRead.Command(actor.get()));
    }
  }

  public Page<Notices.View> getList() {
    if (list == null) {
      list = notices.of(actor.get().party(), lang(), new Page.Wish(number() - 1, SIZE));
    }
    return list;
  }

  private int number() {
    String page = request.getParameter("page");
    return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
  }

  /** The groups of mails that this reader can get. */
  public List<Group> getGroups() {
    Actor reader = actor.get();
    return List.of(Group.values()).stream()
        .filter(
            group ->
                switch (group) {
                  case ACCOUNT -> false;
                  case PROJECT -> reader.roles().contains(Role.ENTREPRENEUR);
                  case DESK -> reader.may(Permission.REVIEW);
                  case PLEDGE -> reader.roles().contains(Role.INVESTOR);
                  case COMMUNITY -> true;
                  case FINANCE -> reader.may(Permission.MOVE_MONEY);
                })
        .toList();
  }

  /** The kinds of a group that can be switched. */
  public List<NoticeKind> kinds(Group group) {
    return NoticeKind.switchable(group);
  }

  /** Whether a kind is sent. */
  public boolean on(NoticeKind kind) {
    if (off == null) {
      off = notices.off(actor.get().party());
    }
    return !off.contains(kind);
  }

  /** Keeps the choice: of the groups on the page, what is not ticked is not wanted. */
  public void save() {
    Set<NoticeKind> unwanted = EnumSet.noneOf(NoticeKind.class);
    unwanted.addAll(notices.off(actor.get().party()));
    for (Group group : getGroups()) {
      for (NoticeKind kind : kinds(group)) {
        if (request.getParameter("on-" + kind) == null) {
          unwanted.add(kind);
        } else {
          unwanted.remove(kind);
        }
      }
    }
    switchMails.handle(new SwitchMails.Command(actor.get(), unwanted));
    messages.flash("ok", "notice.page.saved");
    PageLinks.here().go("/my/notices");
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
