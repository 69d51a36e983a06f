package wasl.vetting;

import java.time.Instant;
import java.util.List;
import wasl.listing.Section;
import wasl.party.Institution;
import wasl.shared.Lang;
import wasl.shared.TextLang;
import wasl.vetting.CaseSteps.StepKind;

/**
 * The public vetting record of a listing.
 *
 * @param opinions who was asked and what each answered
 * @param decision null until decided
 * @param conditions attached to the approval
 * @param timeline what happened, the oldest first
 */
public record VettingRecordView(
    CaseId file,
    CaseState state,
    List<OpinionView> opinions,
    DecisionView decision,
    List<ConditionView> conditions,
    List<MomentView> timeline) {

  /** Which part an institution has in the vetting. */
  public enum Part {
    LEAD,
    CONSULTED
  }

  /**
   * What an institution answered.
   *
   * @param opinion null until it has answered
   * @param summary the public reasons; null until it has answered
   * @param lang the language of the summary
   * @param workingDays how many it took, up to now
   * @param allowed how many it was given
   */
  public record OpinionView(
      Institution institution,
      Part part,
      Opinion opinion,
      String summary,
      Lang lang,
      int workingDays,
      int allowed) {}

  /**
   * The decision: officers appear by their numbers, never by name.
   *
   * @param proposedBy such as {@code IQ-MOMD-0007}
   */
  public record DecisionView(Outcome outcome, String proposedBy, String confirmedBy, Instant at) {}

  /**
   * A condition.
   *
   * @param doneAt when the entrepreneur said that it is met; null before
   * @param confirmedAt when the lead confirmed; null before
   */
  public record ConditionView(
      long id,
      String text,
      Lang lang,
      boolean precondition,
      String note,
      Instant doneAt,
      Instant confirmedAt) {}

  /**
   * One point of the time line.
   *
   * @param sections those asked for or changed; empty otherwise
   * @param text a published reason, or what was confirmed; may be null
   * @param officer the officer's number; null for the entrepreneur and the system
   */
  public record MomentView(
      StepKind kind, Instant at, List<Section> sections, String text, String officer) {

    /** The language of the text; the reader's where there is none. */
    public Lang lang(Lang reader) {
      return text == null ? reader : TextLang.of(text, reader);
    }
  }

  /** What an institution says of a listing. */
  public enum Opinion {
    SUPPORT,
    SUPPORT_WITH_CONDITIONS,
    OBJECT,
    /** Entered by the system when the days have run out, and shown as such. */
    NO_OBJECTION_BY_SILENCE
  }
}
