package wasl.payment;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
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

  /** Real milliseconds. */
  private static final long SHORTEST_PAUSE = 200;

  private static final long LONGEST_PAUSE = 2_000;

  /** How the numbers of balance transactions begin. */
  private static final String OWN = "txn_";

  /** How the gateway says that there is no such thing. */
  private static final String UNKNOWN = "resource_missing";

  private static final List<String> WITH_BANK =
      List.of("payout", "payout_cancel", "payout_failure", "topup", "topup_reversal");

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
   * Those of money that came from or went to a bank, and came back, made in [from, to), to the
   * second.
   *
   * @param most how many at most of each type
   * @throws GatewaySilent where no useful answer came
   */
  public List<Movement> withBank(Instant from, Instant to, int most) {
    List<Movement> movements = new ArrayList<>();
    for (String type : WITH_BANK) {
      movements.addAll(list(between(from, to).setType(type).build(), most));
    }
    return movements;
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
   * Those of one charge, refund, dispute or payout; none where the gateway has never heard of it.
   *
   * @throws GatewaySilent where no useful answer came
   */
  public List<Movement> of(String source) {
    BalanceTransactionListParams params =
        BalanceTransactionListParams.builder().setSource(source).setLimit(PAGE).build();
    try {
      // what belongs to nothing else has no source, and goes by its own number
      return source.startsWith(OWN)
          ? List.of(
              patiently(() -> read(gateway.client().v1().balanceTransactions().retrieve(source))))
          : patiently(() -> read(params, (int) PAGE));
    } catch (InvalidRequestException refused) {
      if (UNKNOWN.equals(refused.getCode())) {
        return List.of();
      }
      throw new GatewaySilent(refused);
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  /** A refusal is no answer either: half a list would make the rest look as if it were missing. */
  private List<Movement> list(BalanceTransactionListParams params, int most) {
    try {
      return patiently(() -> read(params, most));
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  /** A call to the gateway. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws StripeException;
  }

  /** Told that it asks too fast, it asks again a little later: nobody waits for the answer. */
  private static <T> T patiently(Call<T> call) throws StripeException {
    for (long pause = SHORTEST_PAUSE; ; pause *= 2) {
      try {
        return call.make();
      } catch (RateLimitException fast) {
        if (pause > LONGEST_PAUSE) {
          throw fast;
        }
        sleep(pause);
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new GatewaySilent(stopped);
    }
  }

  private List<Movement> read(BalanceTransactionListParams params, int most)
      throws StripeException {
    return StripePages.all(
        () -> {
          List<Movement> movements = new ArrayList<>();
          for (BalanceTransaction one :
              gateway.client().v1().balanceTransactions().list(params).autoPagingIterable()) {
            if (movements.size() == most) {
              break;
            }
            movements.add(read(one));
          }
          return movements;
        });
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
