package wasl.listing.web;

import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wasl.listing.ContentLimits;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyText;

/** What the steps with rows have in common. */
final class Rows {

  private Rows() {}

  /**
   * Makes as many rows as the sent form had: a stateless view remembers nothing, so the form tells.
   */
  static void sent(String field, int most, Runnable add) {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String count = parameters.get(field);
    int rows = count != null && count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
    for (int i = 0; i < Math.min(rows, most); i++) {
      add.run();
    }
  }

  static <T> List<T> without(List<T> rows, int index) {
    List<T> left = new ArrayList<>(rows);
    if (index >= 0 && index < left.size()) {
      left.remove(index);
    }
    return left;
  }

  /** Basis points as a percentage is typed: 33.33. */
  static String percent(Integer basisPoints) {
    return basisPoints == null
        ? null
        : BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }

  /** An amount as it is typed: without decimals that are zero. */
  static String text(Money money) {
    return money == null ? null : money.decimal().toPlainString().replaceFirst("\\.00$", "");
  }

  static String text(Integer number) {
    return number == null ? null : number.toString();
  }

  /** A typed amount, or null where none can be read or it is more than any listing may ask. */
  static Money amount(String typed, Currency in) {
    return typed == null
        ? null
        : MoneyText.parse(typed, in)
            .filter(amount -> amount.amountMinor() <= ContentLimits.MOST_MINOR)
            .orElse(null);
  }
}
