package wasl.money.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.shared.Lang;

/** {@code #{fmt.…}}: how a page writes amounts, dates and numbers, in its language. */
@Named("fmt")
@RequestScoped
public class PageFormats {

  @Inject private HttpServletRequest request;

  private Formats formats;

  private Formats formats() {
    if (formats == null) {
      formats = Formats.in(request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST);
    }
    return formats;
  }

  public String money(Money money) {
    return money == null ? "" : formats().money(money);
  }

  public String moneyExact(Money money) {
    return money == null ? "" : formats().moneyExact(money);
  }

  public String amount(Money money) {
    return money == null ? "" : formats().amount(money);
  }

  public String amountExact(Money money) {
    return money == null ? "" : formats().amountExact(money);
  }

  public String unit(Money money) {
    return money == null ? "" : formats().unit(money.currency());
  }

  public String number(long number) {
    return formats().number(number);
  }

  public String rate(BigDecimal dinars) {
    return dinars == null ? "" : formats().rate(dinars);
  }

  public String percent(int basisPoints) {
    return formats().percent(basisPoints);
  }

  /**
   * How much of the whole a part is, in percent with at most one decimal and no sign: {@code 73.5}.
   */
  public String share(Money part, Money whole) {
    return part == null || whole == null ? "0" : formats().share(part, whole);
  }

  /** A day, or the day in Baghdad of an instant. */
  public String date(Object time) {
    if (time instanceof LocalDate day) {
      return formats().date(day);
    }
    return time instanceof Instant instant ? formats().date(instant) : "";
  }

  public String shortDate(Object time) {
    if (time instanceof LocalDate day) {
      return day.toString();
    }
    return time instanceof Instant instant ? formats().shortDate(instant) : "";
  }

  public String dateTime(Instant instant) {
    return instant == null ? "" : formats().dateTime(instant);
  }

  /** For {@code datetime} attributes. */
  public String iso(Object time) {
    return time == null ? "" : time.toString();
  }
}
