package wasl.community;

/** What can be done with a question. */
public enum QuestionAction {
  /** A moderator publishes it as it is. */
  PASS,
  /** The owner answers. */
  ANSWER,
  /** A moderator takes it from the page, with a reason. */
  HIDE,
  /** A moderator puts it back. */
  RESTORE
}
