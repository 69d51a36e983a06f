package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Removes counted attempts, links, tokens and registrations that have expired: in real time, once a
 * minute, so that the demo's clock has nothing to step to.
 */
@ApplicationScoped
public class ForgetExpired implements DueWork {

  private static final long EVERY_NANOS = 60_000_000_000L;
  private static final String SOME = " LIMIT 1000";

  @Inject private Sql sql;

  private volatile long lastNanos = System.nanoTime();

  @Override
  public String name() {
    return "party-forget-expired";
  }

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
    forget();
    return 0;
  }

  void forget() {
    // A used link is kept for a month, so that following it again is answered kindly.
    sql.change("DELETE FROM party_attempt WHERE until_at < UTC_TIMESTAMP(6)" + SOME);
    sql.change("DELETE FROM party_registration WHERE expires_at < UTC_TIMESTAMP(6)" + SOME);
    sql.change("DELETE FROM party_token WHERE expires_at < UTC_TIMESTAMP(6)" + SOME);
    sql.change(
        "DELETE FROM party_link WHERE expires_at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY" + SOME);
  }
}
