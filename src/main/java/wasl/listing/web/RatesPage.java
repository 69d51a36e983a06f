package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.listing.EnterRates;
import wasl.listing.ListingRefused;
import wasl.listing.RateSource;
import wasl.listing.Rates;
import wasl.listing.ViewerRate;
import wasl.money.MoneyText;
import wasl.money.ViewerCurrency;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /admin/rates}: the official rates as they stand, and a form for those of a day. */
@Named
@RequestScoped
public class RatesPage {

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.\\d{1,9})?");

  @Inject private Rates rates;
  @Inject private EnterRates enter;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private Map<ViewerCurrency, ViewerRate> known;
  private String day;
  private String sourceAr;
  private String sourceCkb;
  private String sourceEn;
  private boolean sure;

  /** Refuses whoever may not be here, before anything is written. */
  public void load() {
    current.get().require(Permission.ADMINISTER);
  }

  /** Proposes today, and the source that was last named. */
  @PostConstruct
  void read() {
    load();
    LocalDate today = Baghdad.day(clock.instant());
    known =
        rates.entered(today).stream()
            .collect(Collectors.toMap(ViewerRate::currency, Function.identity()));
    day = today.toString();
    known.values().stream()
        .max(Comparator.comparing(ViewerRate::day))
        .map(ViewerRate::source)
        .ifPresent(
            last -> {
              sourceAr = last.in(Lang.AR);
              sourceCkb = last.in(Lang.CKB);
              sourceEn = last.in(Lang.EN);
            });
  }

  /** Enters what was typed. */
  public void save() {
    Map<ViewerCurrency, BigDecimal> dinars = new EnumMap<>(ViewerCurrency.class);
    for (ViewerCurrency each : ViewerCurrency.values()) {
      String number = MoneyText.latin(typed(each));
      if (!number.isEmpty()) {
        if (!NUMBER.matcher(number).matches()) {
          throw new Refused(new ListingRefused.RateUnfit(each));
        }
        dinars.put(each, new BigDecimal(number.replace(",", "")));
      }
    }
    enter.handle(
        new EnterRates.Command(
            current.get(),
            parsedDay(),
            dinars,
            new RateSource(sourceAr, sourceCkb, sourceEn),
            sure));
    messages.flash("ok", "listing.rates.saved");
    PageLinks.here().go("/admin/rates");
  }

  private LocalDate parsedDay() {
    try {
      return day == null ? null : LocalDate.parse(MoneyText.latin(day));
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  public List<ViewerCurrency> getCurrencies() {
    return Stream.of(ViewerCurrency.values()).toList();
  }

  /** The rate that counts today; null for none. */
  public ViewerRate rate(ViewerCurrency currency) {
    return known.get(currency);
  }

  /** Who published the rate that counts today, in the page's language. */
  public String source(ViewerCurrency currency, Lang lang) {
    return known.get(currency).source().in(lang);
  }

  /** What stands in a currency's field. */
  public String typed(ViewerCurrency currency) {
    return Objects.toString(PageLinks.value("rate-" + currency), "");
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getSourceAr() {
    return sourceAr;
  }

  public void setSourceAr(String sourceAr) {
    this.sourceAr = sourceAr;
  }

  public String getSourceCkb() {
    return sourceCkb;
  }

  public void setSourceCkb(String sourceCkb) {
    this.sourceCkb = sourceCkb;
  }

  public String getSourceEn() {
    return sourceEn;
  }

  public void setSourceEn(String sourceEn) {
    this.sourceEn = sourceEn;
  }

  public boolean isSure() {
    return sure;
  }

  public void setSure(boolean sure) {
    this.sure = sure;
  }
}
