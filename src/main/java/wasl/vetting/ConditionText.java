package wasl.vetting;

import java.util.ArrayList;
import java.util.List;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A condition that a reviewer attaches to an approval.
 *
 * @param precondition whether publication waits for it
 */
public record ConditionText(String text, boolean precondition) {
  /** More characters belong into the reasons. */
  public static final int MOST = 1_000;

  private static final String PRE = "!";
  private static final String LATER = "-";

  /** What was typed, without empty lines. */
  static List<ConditionText> cleaned(List<ConditionText> typed) {
    List<ConditionText> clean = new ArrayList<>();
    for (ConditionText condition : typed == null ? List.<ConditionText>of() : typed) {
      String text = PlainText.line(condition.text());
      if (text != null) {
        if (text.length() > MOST) {
          throw new Refused(new VettingRefused.TextTooLong(MOST));
        }
        clean.add(new ConditionText(text, condition.precondition()));
      }
    }
    return clean;
  }

  /** As a sheet keeps them: one a line, marked by its first character. */
  static String write(List<ConditionText> conditions) {
    return String.join(
        "\n", conditions.stream().map(c -> (c.precondition() ? PRE : LATER) + c.text()).toList());
  }

  static List<ConditionText> read(String kept) {
    return kept == null || kept.isEmpty()
        ? List.of()
        : kept.lines()
            .map(line -> new ConditionText(line.substring(1), line.startsWith(PRE)))
            .toList();
  }
}
