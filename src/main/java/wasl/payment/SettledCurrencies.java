package wasl.payment;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.money.Currency;
import wasl.pledge.ChargedCurrencies;

/**
 * The currencies that the gateway's account settles in, asked at the start, and again until it has
 * answered. Nothing is promised or charged in another: the gateway would change the money at a rate
 * that nobody was told.
 *
 * <p>While it has not answered, nothing is known. A pledge may be placed then, since placing must
 * work while the gateway is down and its card is charged days later; but no card is charged in a
 * currency of which it is not known, since an exchange that nobody agreed to cannot be undone.
 */
@ApplicationScoped
public class SettledCurrencies implements ChargedCurrencies {

  private static final Logger LOG = Logger.getLogger(SettledCurrencies.class.getName());
  private static final long AGAIN_AFTER_SECONDS = 20;

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private StripeGateway gateway;

  /** Null until the gateway has answered. */
  private volatile Set<Currency> settled;

  void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    threads.execute(this::ask);
  }

  private void ask() {
    try {
      learn(gateway.settles());
    } catch (GatewaySilent silent) {
      LOG.log(Level.WARNING, "the gateway does not tell its currencies: {0}", silent.getMessage());
      threads.schedule(this::ask, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Asks, outside any transaction, where nothing is known; a silent gateway leaves it so. */
  void askIfUnknown() {
    if (settled == null) {
      try {
        learn(gateway.settles());
      } catch (GatewaySilent silent) {
        LOG.log(
            Level.WARNING, "the gateway does not tell its currencies: {0}", silent.getMessage());
      }
    }
  }

  /**
   * Keeps the gateway's answer.
   *
   * @param codes of ISO 4217; null: nothing is known
   */
  void learn(Set<String> codes) {
    if (codes == null) {
      settled = null;
      return;
    }
    Set<Currency> known = EnumSet.noneOf(Currency.class);
    codes.forEach(code -> Currency.of(code).ifPresent(known::add));
    settled = known;
    FinanceQueries.CHARGED.stream()
        .filter(currency -> !known.contains(currency))
        .forEach(
            currency -> LOG.severe(() -> "the gateway's account does not settle in " + currency));
  }

  /** What the gateway has answered; nothing until it has. */
  Optional<Set<Currency>> known() {
    return Optional.ofNullable(settled);
  }

  /** Whether the gateway has said that it settles in this currency. */
  boolean surely(Currency currency) {
    Set<Currency> known = settled;
    return known != null && known.contains(currency);
  }

  @Override
  public boolean mayBePromised(Currency currency) {
    Set<Currency> known = settled;
    return known == null || known.contains(currency);
  }
}
