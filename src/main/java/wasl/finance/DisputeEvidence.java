package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import wasl.payment.Disputes;
import wasl.pledge.AcceptedMandate;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeStep;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingRecordView;

/** What is known about a disputed charge, and a draft of the answer made of it. */
@ApplicationScoped
public class DisputeEvidence {

  @Inject private PledgeQueries pledges;
  @Inject private VettingQueries vetting;
  @Inject private ToldInvestor told;

  /**
   * What is known.
   *
   * @param mandate the text that the investor accepted; null where it was not kept
   * @param decision the vetting's; null where there was none
   */
  public record Known(
      PledgeView pledge,
      AcceptedMandate mandate,
      List<PledgeStep> steps,
      List<ToldInvestor.Told> letters,
      VettingRecordView.DecisionView decision) {}

  /** All that is known about a disputed charge. */
  public Known of(Disputes.Dispute dispute) {
    PledgeView pledge = pledges.find(dispute.pledge()).orElseThrow();
    return new Known(
        pledge,
        pledges.mandate(pledge.id()).orElse(null),
        pledges.steps(pledge.id()),
        told.about(pledge.id(), pledge.investor()),
        vetting.record(pledge.listing().id()).map(VettingRecordView::decision).orElse(null));
  }

  /** An answer in English, which the gateway's people read, for an officer to complete. */
  public String draft(Disputes.Dispute dispute, Known known) {
    PledgeView pledge = known.pledge();
    StringBuilder text = new StringBuilder();
    line(
        text, "The cardholder pledged %s to a project on Wasl and saved the card.", pledge.total());
    line(text, "Project: %s (%s)", pledge.listing().title(Lang.EN), pledge.listing().id());
    line(text, "Pledge %s, placed %s, card saved %s.", pledge.id(), pledge.placedAt(), or(pledge));
    if (known.mandate() != null) {
      AcceptedMandate mandate = known.mandate();
      line(text, "");
      line(text, "Mandate accepted (version %s, SHA-256 %s):", mandate.version(), mandate.hash());
      line(text, "%s", mandate.text());
    }
    line(text, "");
    line(text, "What happened (UTC):");
    known.steps().forEach(step -> line(text, "- %s %s", step.at(), step.state()));
    line(text, "");
    line(text, "What the cardholder was told:");
    known
        .letters()
        .forEach(
            one ->
                line(
                    text,
                    "- %s %s%s",
                    one.at(),
                    one.title(Lang.EN),
                    one.mailed() ? " (mailed)" : ""));
    if (known.decision() != null) {
      line(text, "");
      line(
          text,
          "The project was vetted by a government institution; decided %s: %s.",
          known.decision().at(),
          known.decision().outcome().name().toLowerCase(Locale.ROOT));
    }
    line(text, "");
    line(text, "Disputed: %s, reason given: %s.", dispute.amount(), dispute.reason());
    return text.toString().strip();
  }

  private static Instant or(PledgeView pledge) {
    return pledge.confirmedAt() == null ? pledge.placedAt() : pledge.confirmedAt();
  }

  private static void line(StringBuilder text, String pattern, Object... values) {
    text.append(String.format(Locale.ROOT, pattern, values)).append('\n');
  }
}
