package wasl.community;

import static wasl.community.QuestionAction.*;

import wasl.shared.Lifecycle;

/** The life cycle of a question. */
public enum QuestionState {
  /** Read by its asker, the owner and moderators. */
  WAITING,
  PUBLISHED,
  HIDDEN;

  /**
   * The table. An answer publishes, since the owner then vouches for both; a moderator can publish
   * a question that the owner leaves unanswered, so that owners cannot keep doubts from the page.
   */
  public static final Lifecycle<QuestionState, QuestionAction> LIFECYCLE =
      Lifecycle.from(WAITING, QuestionState.class, QuestionAction.class)
          .on(WAITING, PASS, PUBLISHED)
          .on(WAITING, ANSWER, PUBLISHED)
          .on(WAITING, HIDE, HIDDEN)
          .on(PUBLISHED, ANSWER, PUBLISHED)
          .on(PUBLISHED, HIDE, HIDDEN)
          .on(HIDDEN, RESTORE, PUBLISHED)
          .done();
}
