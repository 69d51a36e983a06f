package wasl.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * How amounts, dates and numbers are written, by one rule per language: Latin digits everywhere,
 * Iraqi month names in Arabic, the official ones in Sorani, times in Baghdad's zone.
 */
public final class Formats {

  private static final String NBSP = "\u00A0";
  private static final String LEFT_TO_RIGHT = "\u200e";
  private static final Formats[] ALL = {
    new Formats(Lang.AR), new Formats(Lang.CKB), new Formats(Lang.EN)
  };

  private final Lang lang;

  private Formats(Lang lang) {
    this.lang = lang;
  }

  /** The rules of a language. */
  public static Formats in(Lang lang) {
    return ALL[lang.ordinal()];
  }

  /** {@code 250 دولار}, {@code USD 250}; cents only when there are any. */
  public String money(Money money) {
    return withUnit(amount(money), money.currency());
  }

  /** Always with the currency's decimals, as receipts and the ledger show it. */
  public String moneyExact(Money money) {
    return withUnit(amountExact(money), money.currency());
  }

  /** The number alone; cents only when there are any. */
  public String amount(Money money) {
    boolean whole = money.decimal().stripTrailingZeros().scale() <= 0;
    return digits(money, whole ? 0 : money.currency().scale());
  }

  /** The number alone, always with the currency's decimals. */
  public String amountExact(Money money) {
    return digits(money, money.currency().scale());
  }

  /** The unit's word: دولار, دۆلار, USD. */
  public String unit(Currency currency) {
    return Texts.in(lang).get("money.unit." + currency);
  }

  /** The unit's word among those in which viewers reckon: كرونة سويدية, SEK. */
  public String unit(ViewerCurrency currency) {
    return Texts.in(lang).get("money.viewerCurrency." + currency);
  }

  /**
   * A converted amount, for reading only: whole units from a hundred on, below with at most two
   * decimals; half-even.
   */
  public String about(BigDecimal amount) {
    int decimals = amount.abs().compareTo(BigDecimal.valueOf(100)) < 0 ? 2 : 0;
    return rate(amount.setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** The same with its unit: {@code SEK 1,037}. */
  public String about(BigDecimal amount, ViewerCurrency currency) {
    return withUnit(about(amount), unit(currency));
  }

  private String withUnit(String amount, Currency currency) {
    return withUnit(amount, unit(currency));
  }

  private String withUnit(String amount, String unit) {
    return lang == Lang.EN ? unit + NBSP + amount : amount + NBSP + unit;
  }

  /**
   * A minus would jump behind its number among letters from right to left; the mark before it, that
   * shows nothing, keeps it in front, as CLDR does.
   */
  private String digits(Money money, int decimals) {
    String text =
        grouped(money.decimal().abs().setScale(decimals, RoundingMode.UNNECESSARY).toPlainString());
    return money.isNegative() ? (lang == Lang.EN ? "" : LEFT_TO_RIGHT) + "\u2212" + text : text;
  }

  /** {@code 1,250}. */
  public String number(long number) {
    return grouped(Long.toString(number));
  }

  /** Dinars for one unit of a currency, exactly as they are stored: {@code 1,310.5}. */
  public String rate(BigDecimal dinars) {
    return grouped(dinars.signum() == 0 ? "0" : dinars.stripTrailingZeros().toPlainString());
  }

  /** By hand, since making a format for each amount was a fiftieth of a page's time. */
  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    int first = plain.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** A part in basis points as {@code 35%}, {@code 2.5%}. */
  public String percent(int basisPoints) {
    return Money.minor(basisPoints, Currency.USD).decimal().stripTrailingZeros().toPlainString()
        + "%";
  }

  /**
   * How much of the whole a part is, in percent without its sign, rounded down to one decimal so
   * that 100 is only said of the whole: {@code 73.5}. Of nothing it is 0.
   */
  public String share(Money part, Money whole) {
    if (whole.isZero()) {
      return "0";
    }
    BigDecimal percent =
        part.decimal()
            .scaleByPowerOfTen(2)
            .divide(whole.decimal(), 1, RoundingMode.DOWN)
            .stripTrailingZeros();
    return percent.toPlainString();
  }

  /** {@code 15 شباط 2026}, {@code 15ی شوباتی 2026}, {@code 15 February 2026}. */
  public String date(LocalDate day) {
    String month = Texts.in(lang).get("money.month." + day.getMonthValue());
    if (lang == Lang.CKB) {
      return day.getDayOfMonth() + "ی" + NBSP + month + "ی " + day.getYear();
    }
    return day.getDayOfMonth() + NBSP + month + " " + day.getYear();
  }

  /** The day in Baghdad. */
  public String date(Instant instant) {
    return date(Baghdad.day(instant));
  }

  /** {@code 2026-02-15}. */
  public String shortDate(TemporalAccessor time) {
    return time instanceof Instant instant ? Baghdad.day(instant).toString() : String.valueOf(time);
  }

  /** The date with the time in Baghdad, which is said. */
  public String dateTime(Instant instant) {
    ZonedDateTime there = instant.atZone(Baghdad.ZONE);
    String time = there.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    return Texts.in(lang).of("money.dateTime", "date", date(there.toLocalDate()), "time", time);
  }

  /** {@code 14:30}, Baghdad. */
  public String time(Instant instant) {
    return instant.atZone(Baghdad.ZONE).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
  }
}
