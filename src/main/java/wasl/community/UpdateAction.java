package wasl.community;

/** What can be done with an update. */
public enum UpdateAction {
  /** A moderator takes it from the page, with a reason. */
  HIDE,
  /** A moderator puts it back. */
  RESTORE,
  /** Its author takes it back for good. */
  WITHDRAW
}
