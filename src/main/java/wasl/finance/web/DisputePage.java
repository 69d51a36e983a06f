package wasl.finance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import wasl.finance.DisputeEvidence;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.AnswerDispute;
import wasl.payment.Disputes;
import wasl.payment.PaymentRefused;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/disputes/{id}}: what is known about a disputed charge, and the answer to it. */
@Named
@RequestScoped
public class DisputePage {

  @Inject private Disputes disputes;
  @Inject private DisputeEvidence evidence;
  @Inject private AnswerDispute answer;
  @Inject private PartyQueries parties;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private String id;
  private String text;
  private Disputes.Dispute dispute;
  private DisputeEvidence.Known known;

  /** Reads the dispute and what is known. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    dispute =
        disputes
            .find(id == null ? "" : id)
            .orElseThrow(() -> new Refused(new PaymentRefused.NotFound()));
    known = evidence.of(dispute);
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  /** Sends the answer. */
  public void answer() {
    answer.handle(new AnswerDispute.Command(current.get(), dispute.id(), text));
    messages.flash("ok", "finance.dispute.answered");
    PageLinks.here().go("/finance/disputes/" + id);
  }

  public Disputes.Dispute getDispute() {
    return dispute;
  }

  public DisputeEvidence.Known getKnown() {
    return known;
  }

  /** Whether this person can answer it now. */
  public boolean isAnswerable() {
    return dispute.answerable(clock.instant()) && current.get().may(Permission.MOVE_MONEY);
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null ? "" : parties.contact(officer).name();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** What was typed or kept, or else a draft of what is known. */
  public String getText() {
    if (text == null && dispute != null) {
      text = dispute.evidence() == null ? evidence.draft(dispute, known) : dispute.evidence();
    }
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
