package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.ledger.Ledger;
import wasl.party.Actor;

/** Posts one journal in a transaction of its own, as every recipe does. */
@ApplicationScoped
@Transactional
public class PostBenchJournal {

  @Inject private Ledger ledger;
  @Inject private Clock clock;

  /**
   * @param listing whose escrow is credited
   * @param key the journal's
   */
  public record Command(Actor by, long listing, String key) {}

  public void handle(Command command) {
    ledger.post(BenchPostings.collected(command.listing(), command.key(), clock.instant()));
  }
}
