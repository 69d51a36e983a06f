package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;

/** Up to how much one finance officer decides alone. */
@ApplicationScoped
public class AloneLimit {

  @Inject private RefundRequests requests;
  @Inject private Bookings bookings;

  /** In whole units of any currency. */
  @Inject
  @ConfigProperty(name = "wasl.refund.four.eyes.above", defaultValue = "500")
  private BigDecimal limit;

  /**
   * How far one officer may go, kept with each decision: the database itself refuses one that was
   * made alone and goes beyond.
   *
   * @param before what was given back of the same pledge by one officer alone before
   * @param limit up to how much both may be together
   */
  record Room(Money before, Money limit) {

    /** Whether one officer may decide about so much alone. */
    boolean has(Money amount) {
      return !before.plus(amount).isMoreThan(limit);
    }
  }

  /** Of a pledge, after what was given back of it by one officer alone, by card or by transfer. */
  Room of(PledgeId pledge, Currency currency) {
    return after(
        requests.decidedAlone(pledge, currency).plus(bookings.paidAlone(pledge, currency)));
  }

  /** Of what belongs to no pledge. */
  Room in(Currency currency) {
    return after(Money.zero(currency));
  }

  private Room after(Money before) {
    return new Room(before, Money.of(limit, before.currency()));
  }
}
