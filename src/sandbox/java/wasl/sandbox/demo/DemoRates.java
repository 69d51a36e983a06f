package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import wasl.listing.EnterRates;
import wasl.listing.RateSource;
import wasl.money.ViewerCurrency;
import wasl.party.Actor;
import wasl.shared.Baghdad;

/** Rates of the viewers' currencies: invented, plausible, and named as what they are. */
@ApplicationScoped
public class DemoRates {

  @Inject private EnterRates enter;
  @Inject private Clock clock;

  /** Enters those of the day, except for the dollar and the euro, which are official already. */
  void enter(Actor administrator) {
    Map<ViewerCurrency, BigDecimal> dinars = new EnumMap<>(ViewerCurrency.class);
    dinars.put(ViewerCurrency.GBP, new BigDecimal("1668.5"));
    dinars.put(ViewerCurrency.SEK, new BigDecimal("124.8"));
    dinars.put(ViewerCurrency.NOK, new BigDecimal("119.65"));
    dinars.put(ViewerCurrency.DKK, new BigDecimal("188.2"));
    dinars.put(ViewerCurrency.CHF, new BigDecimal("1472"));
    dinars.put(ViewerCurrency.CAD, new BigDecimal("948.5"));
    dinars.put(ViewerCurrency.AUD, new BigDecimal("861"));
    dinars.put(ViewerCurrency.TRY, new BigDecimal("30.9"));
    dinars.put(ViewerCurrency.JOD, new BigDecimal("1833.5"));
    dinars.put(ViewerCurrency.AED, new BigDecimal("353.98"));
    enter.handle(
        new EnterRates.Command(
            administrator,
            Baghdad.day(clock.instant()),
            dinars,
            new RateSource("سعر للنسخة التجريبية", "نرخی وەشانی تاقیکاری", "demo rate"),
            false));
  }
}
