package wasl.community;

import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.WebLinks;

/** What somebody typed for others to read: made plain, neither too short nor too long, no links. */
final class Words {

  /** The most characters of an update's title. */
  static final int MOST_TITLE = 160;

  static final int MOST_UPDATE = 8_000;
  static final int LEAST_QUESTION = 10;
  static final int MOST_QUESTION = 1_000;
  static final int MOST_ANSWER = 4_000;
  static final int LEAST_REPORT = 20;
  static final int MOST_REPORT = 2_000;
  static final int LEAST_REASON = 10;
  static final int MOST_REASON = 1_000;

  private Words() {}

  /**
   * The text.
   *
   * @throws Refused {@link CommunityRefused.TextTooShort}, {@link CommunityRefused.TextTooLong},
   *     {@link CommunityRefused.LinkInText}
   */
  static String of(String typed, int least, int most) {
    String text = withLinks(typed, least, most);
    if (WebLinks.in(text)) {
      throw new Refused(new CommunityRefused.LinkInText());
    }
    return text;
  }

  /** The same for what only the desk reads: whoever reports a link has to name it. */
  static String withLinks(String typed, int least, int most) {
    String text = PlainText.lines(typed);
    if (text == null || text.length() < least) {
      throw new Refused(new CommunityRefused.TextTooShort(least));
    }
    if (text.length() > most) {
      throw new Refused(new CommunityRefused.TextTooLong(most));
    }
    return text;
  }

  /**
   * The title of an update.
   *
   * @throws Refused {@link CommunityRefused.TitleNeeded}, {@link CommunityRefused.LinkInText}
   */
  static String title(String typed) {
    String title = PlainText.line(typed);
    if (title == null || title.length() > MOST_TITLE) {
      throw new Refused(new CommunityRefused.TitleNeeded(MOST_TITLE));
    }
    if (WebLinks.in(title)) {
      throw new Refused(new CommunityRefused.LinkInText());
    }
    return title;
  }

  /**
   * Why a moderator hides something.
   *
   * @throws Refused {@link CommunityRefused.ReasonNeeded}
   */
  static String reason(String typed) {
    String reason = PlainText.lines(typed);
    if (reason == null || reason.length() < LEAST_REASON || reason.length() > MOST_REASON) {
      throw new Refused(new CommunityRefused.ReasonNeeded(LEAST_REASON, MOST_REASON));
    }
    return reason;
  }
}
