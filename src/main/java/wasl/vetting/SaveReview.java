package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import wasl.party.Actor;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.vetting.Checklists.Criterion;

/**
 * A reviewer saves the work on a case: ticks and scores, which the reviewers of the institution
 * share while the case is in review, and an own sheet, which is kept in every state, so that
 * nothing typed is lost when a colleague was faster.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.UnknownItem}, {@link
 * VettingRefused.ScoreOutOfRange}, {@link VettingRefused.TextTooLong}.
 */
@ApplicationScoped
@Transactional
public class SaveReview {
  @Inject private ReviewAccess access;
  @Inject private Checklists checklists;
  @Inject private Sheets sheets;
  @Inject private Clock clock;

  /**
   * @param answers by the id of the checklist's item; items that are left out stay as they are
   * @param scores 1–5; criteria that are left out stay as they are
   * @param sheet null leaves the reviewer's own sheet as it is
   */
  public record Command(
      Actor by,
      CaseId file,
      Map<Long, Checklists.Given> answers,
      Map<Criterion, Integer> scores,
      Sheets.Sheet sheet) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    Case file = access.forWork(command.by(), command.file()).file();
    if (file.state() == CaseState.IN_REVIEW) {
      checklists.answer(file, command.answers(), command.by().party(), now);
      checklists.score(file.id(), command.scores(), command.by().party(), now);
    }
    if (command.sheet() != null) {
      sheets.keep(file.id(), command.by().party(), cleaned(command.sheet()), now);
    }
  }

  private static Sheets.Sheet cleaned(Sheets.Sheet typed) {
    return new Sheets.Sheet(
        typed.outcome(),
        cleaned(typed.summary()),
        cleaned(typed.note()),
        ConditionText.cleaned(typed.conditions()),
        null);
  }

  private static String cleaned(String typed) {
    String text = PlainText.lines(typed);
    if (text != null && text.length() > Reasons.MOST) {
      throw new Refused(new VettingRefused.TextTooLong(Reasons.MOST));
    }
    return text;
  }
}
