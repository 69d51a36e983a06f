package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A finance officer answers a dispute with what is known. The gateway takes one answer, so what was
 * sent is kept first; sent twice it is the same answer. Calls the gateway: no transaction.
 */
@ApplicationScoped
public class AnswerDispute {

  /** Stripe takes at most so many characters of text. */
  static final int LONGEST = 20_000;

  @Inject private Disputes disputes;
  @Inject private KeepEvidence keep;
  @Inject private BookDispute book;
  @Inject private StripeGateway gateway;
  @Inject private Clock clock;

  public record Command(Actor by, String dispute, String text) {}

  /**
   * Sends the answer.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotFound}, {@link
   *     PaymentRefused.NoEvidence}, {@link PaymentRefused.DisputeAnswered}, {@link
   *     PaymentRefused.GatewayDown} where no answer came: it is kept and can be sent again
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    String text = PlainText.lines(command.text());
    if (text == null || text.length() > LONGEST) {
      throw new Refused(new PaymentRefused.NoEvidence(LONGEST));
    }
    Disputes.Dispute dispute =
        disputes
            .find(command.dispute())
            .orElseThrow(() -> new Refused(new PaymentRefused.NotFound()));
    if (!dispute.answerable(clock.instant())) {
      throw new Refused(new PaymentRefused.DisputeAnswered());
    }
    keep.handle(new KeepEvidence.Command(command.by(), dispute.id(), text, false));
    try {
      Optional<StripeGateway.DisputeAnswer> answer = gateway.answerDispute(dispute.id(), text);
      if (answer.isEmpty()) {
        throw new Refused(new PaymentRefused.DisputeAnswered());
      }
      keep.handle(new KeepEvidence.Command(command.by(), dispute.id(), text, true));
      book.handle(new BookDispute.Command(Actor.SYSTEM, answer.get()));
    } catch (GatewaySilent silent) {
      throw new Refused(new PaymentRefused.GatewayDown());
    }
  }
}
