package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;

/**
 * Looks every quarter of a minute, in real time, for what has stood still longer than it should,
 * and keeps the finance desk's tasks in step: new ones are opened, those whose cause is gone close.
 */
@ApplicationScoped
public class Watchdog implements DueWork {

  private static final long EVERY_NANOS = 15_000_000_000L;

  @Inject private StandingCharges charges;
  @Inject private StandingRefunds refunds;
  @Inject private StandingWork work;
  @Inject private StandingBooks books;

  private volatile long lastNanos = System.nanoTime();

  @Override
  public String name() {
    return "finance-watchdog";
  }

  /** Never waited for: it changes nothing but tasks. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public int doDue(Instant now) {
    if (System.nanoTime() - lastNanos >= EVERY_NANOS) {
      lastNanos = System.nanoTime();
      look(now);
    }
    return 0;
  }

  /** Looks now, at everything: what cannot be looked at does not hide the rest. */
  void look(Instant now) {
    List<Consumer<Instant>> parts = List.of(charges::look, refunds::look, work::look, books::look);
    EachAlone.of(
        parts,
        part -> {
          part.accept(now);
          return 1;
        });
  }
}
