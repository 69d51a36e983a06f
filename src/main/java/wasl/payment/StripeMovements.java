package wasl.payment;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.param.BalanceTransactionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stripe's balance transactions, page by page. Never called inside a transaction. */
@ApplicationScoped
public class StripeMovements {

  private static final long PAGE = 100;

  @Inject private StripeGateway gateway;

  /**
   * Those made in [from, to), to the second.
   *
   * @param most how many at most
   * @throws GatewaySilent where no useful answer came
   */
  public List<Movement> made(Instant from, Instant to, int most) {
    return list(between(from, to).build(), most);
  }

  /**
   * Those of one of the gateway's types made in [from, to), to the second.
   *
   * @throws GatewaySilent where no useful answer came
   */
  public List<Movement> made(String type, Instant from, Instant to, int most) {
    return list(between(from, to).setType(type).build(), most);
  }

  private static BalanceTransactionListParams.Builder between(Instant from, Instant to) {
    return BalanceTransactionListParams.builder()
        .setCreated(
            BalanceTransactionListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(to.getEpochSecond())
                .build())
        .setLimit(PAGE);
  }

  /**
   * Those of one charge, refund, dispute or payout.
   *
   * @throws GatewaySilent where no useful answer came
   */
  public List<Movement> of(String source) {
    return list(
        BalanceTransactionListParams.builder().setSource(source).setLimit(PAGE).build(),
        (int) PAGE);
  }

  private List<Movement> list(BalanceTransactionListParams params, int most) {
    List<Movement> movements = new ArrayList<>();
    try {
      for (BalanceTransaction one :
          gateway.client().v1().balanceTransactions().list(params).autoPagingIterable()) {
        if (movements.size() == most) {
          break;
        }
        movements.add(read(one));
      }
      return movements;
    } catch (InvalidRequestException unknown) {
      // it has never heard of that source
      return movements;
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  private static Movement read(BalanceTransaction one) {
    return new Movement(
        one.getId(),
        MovementPart.of(one.getReportingCategory()),
        one.getSource() == null ? one.getId() : one.getSource(),
        one.getAmount(),
        one.getFee(),
        one.getCurrency().toUpperCase(Locale.ROOT),
        Instant.ofEpochSecond(one.getCreated()));
  }
}
