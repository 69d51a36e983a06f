package wasl.listing.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wasl.listing.RateSource;
import wasl.listing.Rates;
import wasl.listing.ViewerRate;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.money.ViewerCurrency;
import wasl.party.CurrentActor;
import wasl.party.PartyQueries;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Remembered;
import wasl.shared.Texts;

/**
 * What a listing's amounts are about in the currencies in which viewers reckon, by official rates
 * that are said with their day and source. A page from memory shows them all, so that nobody needs
 * to choose; whoever has signed in reads the one of the country of residence first.
 */
@Named
@ApplicationScoped
public class OtherCurrencies {

  @Inject private Rates rates;
  @Inject private PartyQueries parties;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  /** Writing these for each reader anew was a tenth of a listing's page. */
  private final Remembered<Beside, List<Row>> rows =
      new Remembered<>(Duration.ofSeconds(5), this::write);

  private final Remembered<Beside, String> inDinars =
      new Remembered<>(Duration.ofSeconds(5), beside -> dinars(beside.goal()));

  /** What the words depend on besides the rates. */
  private record Beside(Money raised, Money goal, LocalDate day, Lang lang) {}

  /**
   * Two amounts of one listing in another currency.
   *
   * @param unit the currency's word
   * @param rate in words, with its source and day
   */
  public record Row(String unit, String raised, String goal, String rate) {}

  /** The currencies of which there is a rate, but the listing's own. */
  public List<Row> rows(Money raised, Money goal) {
    return rows.get(new Beside(raised, goal, today(), lang()));
  }

  private List<Row> write(Beside beside) {
    return own(beside.goal())
        .map(
            own ->
                others(own)
                    .map(
                        rate ->
                            new Row(
                                formats().unit(rate.currency()),
                                formats().about(rate.of(beside.raised(), own)),
                                formats().about(rate.of(beside.goal(), own)),
                                said(
                                    formats().unit(rate.currency()),
                                    rate.dinars(),
                                    rate.source(),
                                    rate.day())))
                    .toList())
        .orElse(List.of());
  }

  /** A goal in dinars at the official rate, with its date; empty without either. */
  public String inDinars(Money goal) {
    return inDinars.get(new Beside(goal, goal, today(), lang()));
  }

  private String dinars(Money goal) {
    return own(goal)
        .map(
            rate ->
                texts()
                    .of(
                        "listing.beside.inDinars",
                        "amount",
                        isolated(formats().money(rate.toDinars(goal))),
                        "date",
                        formats().date(rate.day())))
        .orElse("");
  }

  /** By which rate the listing's own currency comes to dinars, and that nothing is charged so. */
  public String note(Money goal) {
    return own(goal)
        .map(
            own ->
                texts()
                    .of(
                        "listing.beside.note",
                        "rate",
                        said(formats().unit(own.currency()), own.dinars(), own.source(), own.day()),
                        "currency",
                        formats().unit(own.currency())))
        .orElse("");
  }

  /** What an amount is about where the reader lives; empty for visitors and without a rate. */
  public String mine(Money amount) {
    if (!current.get().signedIn()) {
      return "";
    }
    Optional<ViewerCurrency> wanted = ViewerCurrency.of(parties.country(current.get().party()));
    return own(amount)
        .flatMap(
            own ->
                others(own)
                    .filter(rate -> rate.currency() == wanted.orElse(null))
                    .findFirst()
                    .map(rate -> mine(amount, own, rate)))
        .orElse("");
  }

  private String mine(Money amount, Rates.Rate own, ViewerRate rate) {
    return texts()
        .of(
            "listing.beside.mine",
            "own",
            isolated(formats().money(amount)),
            "amount",
            isolated(formats().about(rate.of(amount, own), rate.currency())),
            "rate",
            said(formats().unit(rate.currency()), rate.dinars(), rate.source(), rate.day()));
  }

  private String said(String currency, BigDecimal dinars, RateSource source, LocalDate day) {
    return texts()
        .of(
            "listing.beside.rate",
            "currency",
            currency,
            "dinars",
            formats().rate(dinars),
            "source",
            source.in(lang()),
            "day",
            formats().date(day));
  }

  private Optional<Rates.Rate> own(Money amount) {
    return amount == null ? Optional.empty() : rates.official(amount.currency(), today());
  }

  private Stream<ViewerRate> others(Rates.Rate own) {
    return rates.forViewers(today()).stream().filter(rate -> !rate.currency().is(own.currency()));
  }

  /** An amount among words of the other direction keeps its order. */
  private static String isolated(String amount) {
    return "\u2068" + amount + "\u2069";
  }

  private LocalDate today() {
    return Baghdad.day(clock.instant());
  }

  private Formats formats() {
    return Formats.in(lang());
  }

  private Texts texts() {
    return Texts.in(lang());
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
