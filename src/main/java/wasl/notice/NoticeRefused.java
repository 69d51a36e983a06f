package wasl.notice;

import wasl.shared.Refusal;

/** Why something about mails is refused. */
public sealed interface NoticeRefused extends Refusal {

  /** A link that stops no mails of ours. */
  record UnknownStopLink() implements NoticeRefused {
    @Override
    public int status() {
      return 404;
    }
  }
}
