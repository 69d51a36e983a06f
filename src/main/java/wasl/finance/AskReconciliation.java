package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Refused;

/** A finance officer wants the gateway compared with the books, now. */
@ApplicationScoped
@Transactional
public class AskReconciliation {

  /** The longest period of one comparison, in days. */
  public static final int MOST_DAYS = 31;

  @Inject private Reconciliations reconciliations;
  @Inject private Clock clock;

  /** A period: from its first instant until before its last, which may be no later than now. */
  public record Command(Actor by, Instant from, Instant to) {}

  /**
   * Puts the comparison in hand; it is done in the background within seconds.
   *
   * @return its number
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.NoPeriod}
   */
  public long handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Instant now = clock.instant();
    Instant to = command.to() == null || command.to().isAfter(now) ? now : command.to();
    Instant from = command.from();
    if (from == null
        || !from.isBefore(to)
        || Duration.between(from, to).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw new Refused(new FinanceRefused.NoPeriod(MOST_DAYS));
    }
    long id = Ids.next();
    reconciliations.ask(id, null, command.by().party().value(), from, to, now);
    return id;
  }
}
