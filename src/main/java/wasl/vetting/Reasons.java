package wasl.vetting;

import wasl.shared.Lang;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.TextLang;

/**
 * What a reviewer proposes and why.
 *
 * @param lang the language of the texts: that of the page on which they were typed, unless their
 *     letters say another
 * @param summary published with the decision
 * @param note for the institution and the auditor only; may be null
 */
public record Reasons(Outcome outcome, Lang lang, String summary, String note) {
  /** Fewer characters give no reasons. */
  public static final int LEAST = 40;

  /** More characters nobody reads. */
  public static final int MOST = 8_000;

  /**
   * Cleans and checks what was typed.
   *
   * @throws Refused {@link VettingRefused.OutcomeMissing}, {@link VettingRefused.SummaryTooShort},
   *     {@link VettingRefused.ReasonTooShort} (for a stop), {@link VettingRefused.TextTooLong}
   */
  public Reasons {
    summary = PlainText.lines(summary);
    note = PlainText.lines(note);
    if (outcome == null) {
      throw new Refused(new VettingRefused.OutcomeMissing());
    }
    if (summary == null || summary.length() < LEAST) {
      throw new Refused(
          outcome == Outcome.STOP
              ? new VettingRefused.ReasonTooShort(LEAST)
              : new VettingRefused.SummaryTooShort(LEAST));
    }
    lang = TextLang.of(summary, lang);
    if (summary.length() > MOST || note != null && note.length() > MOST) {
      throw new Refused(new VettingRefused.TextTooLong(MOST));
    }
  }

  /** Cleans and checks a reason that is published with a suspension. */
  static String published(String typed) {
    String reason = PlainText.lines(typed);
    if (reason == null || reason.length() < LEAST) {
      throw new Refused(new VettingRefused.ReasonTooShort(LEAST));
    }
    if (reason.length() > MOST) {
      throw new Refused(new VettingRefused.TextTooLong(MOST));
    }
    return reason;
  }
}
