package wasl.community;

import java.time.Duration;
import wasl.party.Throttle.Limit;

/** How much one account and one client address may say in real time. */
final class CommunityLimits {
  static final Limit UPDATE_ACCOUNT = new Limit("update-account", 20, Duration.ofHours(24));
  static final Limit QUESTION_ACCOUNT = new Limit("question-account", 10, Duration.ofHours(1));
  static final Limit QUESTION_ADDRESS = new Limit("question-address", 40, Duration.ofHours(1));
  static final Limit FOLLOW_ACCOUNT = new Limit("follow-account", 120, Duration.ofHours(1));
  static final Limit REPORT_ACCOUNT = new Limit("report-account", 10, Duration.ofHours(1));
  static final Limit REPORT_ADDRESS = new Limit("report-address", 20, Duration.ofHours(1));

  /** So many things one account follows at most. */
  static final int MOST_FOLLOWS = 200;

  private CommunityLimits() {}
}
