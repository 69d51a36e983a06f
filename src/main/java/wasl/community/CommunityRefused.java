package wasl.community;

import wasl.shared.Refusal;

/** Why something that somebody wants to say, follow or report is refused. */
public sealed interface CommunityRefused extends Refusal {

  /** There is no such update, question, follow or report, or it is not for this reader. */
  record NotFound() implements CommunityRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** Before publication there is nobody to tell. */
  record NotPublished() implements CommunityRefused {}

  /** Nobody asks or reports about the own listing. */
  record OwnListing() implements CommunityRefused {}

  /** A moderator has a stake in the listing or owns it. */
  record HasInterest() implements CommunityRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** Fewer characters than the least. */
  record TextTooShort(int least) implements CommunityRefused {}

  /** More characters than the most. */
  record TextTooLong(int most) implements CommunityRefused {}

  /** An update has a title. */
  record TitleNeeded(int most) implements CommunityRefused {}

  /** A report says what it is about. */
  record CauseNeeded() implements CommunityRefused {}

  /** Texts of people carry no web or e-mail addresses. */
  record LinkInText() implements CommunityRefused {}

  /** The owner has answered already, with other words. */
  record AnsweredAlready() implements CommunityRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Somebody has done something else with it meanwhile. */
  record ChangedMeanwhile() implements CommunityRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Whoever hides something says why, to its author. */
  record ReasonNeeded(int least, int most) implements CommunityRefused {}

  /** A filter that everything fits would be a letter about everything. */
  record EmptyFilter() implements CommunityRefused {}

  /** One account follows no more than so many. */
  record TooManyFollows(int most) implements CommunityRefused {}
}
