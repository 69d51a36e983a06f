package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.party.Actor;
import wasl.shared.GatewayWork;

/**
 * Fetches what the gateway could not tell, every ten minutes of real time: after three days of
 * trying it gives its webhooks up. Each is kept like one that was told, by its unique id, so that
 * one which comes after all changes nothing.
 */
@ApplicationScoped
public class MissedEvents implements GatewayWork {

  private static final Logger LOG = Logger.getLogger(MissedEvents.class.getName());
  private static final long EVERY_NANOS = 600_000_000_000L;

  private static final int AT_FIRST = 500;
  private static final int PORTION = 500;

  /** More than a deadline run of thousands leaves behind; the rest comes the next time. */
  private static final int MOST = 50_000;

  @Inject private StripeEvents gateway;
  @Inject private KeepEvents keep;
  @Inject private Webhooks webhooks;

  private volatile long lastNanos = System.nanoTime();

  @Override
  public String name() {
    return "payment-missed-events";
  }

  /** Never waited for: whatever matters is also asked about by itself. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public int doDue(Instant now) {
    if (System.nanoTime() - lastNanos < EVERY_NANOS) {
      return 0;
    }
    lastNanos = System.nanoTime();
    try {
      sweep();
    } catch (GatewaySilent silent) {
      LOG.log(Level.WARNING, "the gateway does not tell what it could not tell: {0}", silent);
    }
    return 0;
  }

  /**
   * Fetches them now.
   *
   * @return how many were new
   * @throws GatewaySilent where the gateway does not answer
   */
  int sweep() {
    return sweep(AT_FIRST, PORTION);
  }

  /**
   * Where the newest are not all known, and there may be more, all are fetched. They are kept from
   * the oldest on: should this end midway, the newest are new again the next time.
   *
   * @param first how many are looked at first
   * @param portion how many are kept at once
   */
  int sweep(int first, int portion) {
    List<Webhooks.Told> told = gateway.undelivered(first);
    if (told.size() == first && !webhooks.know(told)) {
      told = gateway.undelivered(MOST);
    }
    List<Webhooks.Told> oldestFirst = new ArrayList<>(told);
    Collections.reverse(oldestFirst);
    int added = 0;
    for (int from = 0; from < oldestFirst.size(); from += portion) {
      List<Webhooks.Told> some =
          oldestFirst.subList(from, Math.min(oldestFirst.size(), from + portion));
      added += keep.handle(new KeepEvents.Command(Actor.SYSTEM, some));
    }
    return added;
  }
}
