package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import wasl.party.Actor;

/**
 * The gateway's balance is too small for a refund: it stays begun, the finance desk is asked for a
 * top-up, and the gateway is told again every hour until it takes it.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class AwaitTopUp {

  private static final Duration AGAIN = Duration.ofHours(1);

  @Inject private Refunds refunds;
  @Inject private Clock clock;

  public record Command(Actor by, Refund refund) {}

  /** Puts the refund off; one that somebody has led on meanwhile is left alone. */
  public void handle(Command command) {
    Instant now = clock.instant();
    refunds.awaitTopUp(command.refund(), now, now.plus(AGAIN));
  }
}
