package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * A payout was reversed that stands after all: a finance officer has it booked anew. Date and
 * amount are the gateway's own, so nobody else has to approve them.
 */
@ApplicationScoped
public class BookPayoutAgain {

  @Inject private StripeGateway gateway;
  @Inject private BookPayout book;

  /**
   * @param payout the gateway's number of it
   */
  public record Command(Actor by, String payout) {}

  /**
   * Asks the gateway, and books what it says; what is booked already stays so.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.GatewayDown}, {@link
   *     PaymentRefused.NotPaidOut}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    StripeGateway.PayoutAnswer payout;
    try {
      payout = gateway.payout(command.payout());
    } catch (GatewaySilent silent) {
      throw new Refused(new PaymentRefused.GatewayDown());
    }
    if (!payout.status().equals("paid")) {
      throw new Refused(new PaymentRefused.NotPaidOut());
    }
    book.handle(new BookPayout.Command(command.by(), payout, true));
  }
}
