package wasl.notice;

import java.util.Arrays;
import java.util.List;

/** What people are told of, each with its words: title, text and the link's name. */
public enum NoticeKind {
  CONFIRM_EMAIL(Group.ACCOUNT, false),
  RESET_PASSWORD(Group.ACCOUNT, false),
  ADDRESS_KNOWN(Group.ACCOUNT, false),
  INVITED(Group.ACCOUNT, false),
  PASSWORD_CHANGED(Group.ACCOUNT, false),

  PROJECT_SUBMITTED(Group.PROJECT, true),
  CHANGES_REQUESTED(Group.PROJECT, true),
  PROJECT_APPROVED(Group.PROJECT, true),
  PROJECT_REJECTED(Group.PROJECT, true),
  PROJECT_PUBLISHED(Group.PROJECT, true),
  PROJECT_STARTED(Group.PROJECT, true),
  PROJECT_LAPSED(Group.PROJECT, true),
  PROJECT_COLLECTING(Group.PROJECT, true),
  PROJECT_FUNDED(Group.PROJECT, true),
  PROJECT_UNFUNDED(Group.PROJECT, true),
  PROJECT_SUSPENDED(Group.PROJECT, true),
  PROJECT_RESUMED(Group.PROJECT, true),
  PROJECT_STOPPED(Group.PROJECT, true),
  QUESTION_ASKED(Group.PROJECT, true),
  UPDATE_HIDDEN(Group.PROJECT, false),

  CASE_NEW(Group.DESK, true),
  CASE_BACK(Group.DESK, true),
  DECISION_PROPOSED(Group.DESK, true),
  PROPOSAL_RETURNED(Group.DESK, true),
  CASE_OVERDUE(Group.DESK, true),
  REPORT_FILED(Group.DESK, true),

  PLEDGE_PLACED(Group.PLEDGE, true),
  PLEDGE_REFLECTING(Group.PLEDGE, true),
  PLEDGE_FIRM(Group.PLEDGE, true),
  PLEDGE_CHANGED(Group.PLEDGE, true),
  CHARGE_ANNOUNCED(Group.PLEDGE, false),
  PLEDGE_CANCELLED(Group.PLEDGE, true),
  PLEDGE_EXPIRED(Group.PLEDGE, true),
  PLEDGE_RELEASED(Group.PLEDGE, true),
  PLEDGE_COLLECTED(Group.PLEDGE, false),
  PLEDGE_REPAIR(Group.PLEDGE, false),
  PLEDGE_DROPPED(Group.PLEDGE, false),
  PLEDGE_REFUNDING(Group.PLEDGE, false),
  PLEDGE_REFUNDED(Group.PLEDGE, false),
  PLEDGE_PART_REFUNDED(Group.PLEDGE, false),
  PLEDGE_CHARGE_RETURNED(Group.PLEDGE, false),
  PLEDGE_REFUND_FAILED(Group.PLEDGE, false),
  PLEDGE_PAID_BACK(Group.PLEDGE, false),
  PLEDGE_DISPUTED(Group.PLEDGE, false),
  PLEDGE_DISPUTE_WON(Group.PLEDGE, false),
  PLEDGE_CHARGED_BACK(Group.PLEDGE, false),
  PLEDGE_PART_CHARGED_BACK(Group.PLEDGE, false),
  BACKED_FUNDED(Group.PLEDGE, true),
  BACKED_SUSPENDED(Group.PLEDGE, true),
  BACKED_RESUMED(Group.PLEDGE, true),
  BACKED_UPDATE(Group.PLEDGE, true),

  FOLLOWED_UPDATE(Group.COMMUNITY, true),
  FOLLOWED_STATE(Group.COMMUNITY, true),
  FOLLOWED_MATCH(Group.COMMUNITY, true),
  QUESTION_ANSWERED(Group.COMMUNITY, true),
  QUESTION_HIDDEN(Group.COMMUNITY, false),
  REPORT_ANSWERED(Group.COMMUNITY, false),

  REFUND_FAILED(Group.FINANCE, true);

  /** Whom a kind concerns. */
  public enum Group {
    ACCOUNT,
    PROJECT,
    DESK,
    PLEDGE,
    /** What people follow, ask and report. */
    COMMUNITY,
    FINANCE
  }

  private final Group group;
  private final boolean switchable;

  NoticeKind(Group group, boolean switchable) {
    this.group = group;
    this.switchable = switchable;
  }

  public Group group() {
    return group;
  }

  /**
   * Whether its mail can be switched off. What the law or the reader's own money asks for always
   * goes out; the notice in the application stays in any case.
   */
  public boolean switchable() {
    return switchable;
  }

  /** The kinds of a group whose mails can be switched. */
  public static List<NoticeKind> switchable(Group group) {
    return Arrays.stream(values()).filter(kind -> kind.group == group && kind.switchable).toList();
  }

  /** The key of its title, also the mail's subject. */
  String title() {
    return "notice." + name() + ".title";
  }

  /** The key of its text. */
  String text() {
    return "notice." + name() + ".text";
  }

  /** The key of its link's name in the mail. */
  String link() {
    return "notice." + name() + ".link";
  }

  /**
   * The key of its link's name in the list of notices, which is read later too: there the link of a
   * pledge without a card leads to the pledge, whatever has become of it.
   */
  public String linkInList() {
    return this == PLEDGE_PLACED ? PLEDGE_FIRM.link() : link();
  }
}
