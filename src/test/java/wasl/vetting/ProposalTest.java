package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.vetting.VettingFixtures.FIRST;
import static wasl.vetting.VettingFixtures.SECOND;
import static wasl.vetting.VettingFixtures.SUNDAY;
import static wasl.vetting.VettingFixtures.aCaseInReview;
import static wasl.vetting.VettingFixtures.aProposal;

import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;

class ProposalTest {
  private static Refusal refusalOf(Runnable step) {
    try {
      step.run();
    } catch (Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void isNeverConfirmedByWhoeverProposedIt() {
    Proposal proposal = aProposal(aCaseInReview(), Outcome.APPROVE);
    assertThat(refusalOf(() -> proposal.confirm(FIRST, SUNDAY)))
        .isEqualTo(new VettingRefused.FourEyes());
    proposal.confirm(SECOND, SUNDAY);
    assertThat(proposal.confirmedBy()).isEqualTo(SECOND);
  }

  @Test
  void endsOnce() {
    Proposal proposal = aProposal(aCaseInReview(), Outcome.APPROVE);
    proposal.giveBack(SECOND, "Please look at the prices again.", SUNDAY);
    assertThat(refusalOf(() -> proposal.confirm(SECOND, SUNDAY)))
        .isEqualTo(new VettingRefused.ProposalChanged());
    assertThat(refusalOf(() -> proposal.giveBack(FIRST, "Again.", SUNDAY)))
        .isEqualTo(new VettingRefused.ProposalChanged());
  }

  @Test
  void givesReasonsThatCanBePublished() {
    assertThatThrownBy(() -> new Reasons(Outcome.APPROVE, Lang.EN, "Fine.", null))
        .isInstanceOf(Refused.class);
    assertThat(refusalOf(() -> new Reasons(null, Lang.EN, "x".repeat(50), null)))
        .isEqualTo(new VettingRefused.OutcomeMissing());
    assertThat(refusalOf(() -> new Reasons(Outcome.STOP, Lang.EN, " ", null)))
        .isEqualTo(new VettingRefused.ReasonTooShort(Reasons.LEAST));
    Reasons reasons =
        new Reasons(Outcome.REJECT, Lang.EN, "\u202E" + "x".repeat(40) + "\u0000", " ");
    assertThat(reasons.summary()).isEqualTo("x".repeat(40));
    assertThat(reasons.note()).isNull();
  }

  @Test
  void conditionsAreKeptLineByLine() {
    List<ConditionText> typed =
        List.of(
            new ConditionText("A test of the water\nby a laboratory", true),
            new ConditionText("  ", true),
            new ConditionText("! Insurance of the hives", false));
    List<ConditionText> clean = ConditionText.cleaned(typed);
    assertThat(ConditionText.read(ConditionText.write(clean)))
        .containsExactly(
            new ConditionText("A test of the water by a laboratory", true),
            new ConditionText("! Insurance of the hives", false));
  }

  @Test
  void whoReadsArabicAndWritesSoraniHasWrittenSorani() {
    Reasons reasons =
        new Reasons(
            Outcome.APPROVE,
            Lang.AR,
            "لێژنەکە سەردانی شوێنەکەی کرد و نرخەکان لە نرخی بازاڕ نزیکن و قۆناغەکان دەسەلمێنرێن.",
            null);

    assertThat(reasons.lang()).isEqualTo(Lang.CKB);
  }
}
