package wasl.listing.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyText;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * Reads what was typed into the fields of a form. What cannot be read is told at its field and at
 * the top of the page, and stays as it was typed.
 */
final class Typed {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,2}))?%?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  private final Lang lang;
  private final String form;
  private boolean wrong;

  /**
   * @param form the id of the form, before the fields' ids
   */
  Typed(Lang lang, String form) {
    this.lang = lang;
    this.form = form;
  }

  /** Whether anything could not be read. */
  boolean wrong() {
    return wrong;
  }

  /** A whole number that is not negative; null for nothing typed. */
  Integer number(String typed, String field) {
    if (typed == null) {
      return null;
    }
    String text = MoneyText.latin(typed).replace(",", "");
    return WHOLE.matcher(text).matches()
        ? Integer.valueOf(text)
        : refuse(field, "listing.edit.wrong.number");
  }

  /** An amount; null for nothing typed. */
  Money amount(String typed, Currency currency, String field) {
    if (typed == null) {
      return null;
    }
    if (currency == null) {
      return refuse(field, "listing.edit.wrong.currency");
    }
    Money money = MoneyText.parse(typed, currency).orElse(null);
    return money != null ? money : refuse(field, "shared.error.amount");
  }

  /** A percentage as basis points; null for nothing typed. */
  Integer percent(String typed, String field) {
    if (typed == null) {
      return null;
    }
    Integer percent = percentIn(typed);
    return percent != null ? percent : refuse(field, "listing.edit.wrong.percent");
  }

  /** The percentage in a text as basis points; null where there is none. */
  static Integer percentIn(String typed) {
    if (typed == null) {
      return null;
    }
    Matcher matcher = PERCENT.matcher(MoneyText.latin(typed).replace('٪', '%'));
    if (!matcher.matches()) {
      return null;
    }
    String decimals = matcher.group(2) == null ? "" : "." + matcher.group(2);
    BigDecimal percent = new BigDecimal(matcher.group(1) + decimals);
    return percent.compareTo(BigDecimal.valueOf(100)) <= 0
        ? percent.movePointRight(2).intValueExact()
        : null;
  }

  /** A day, 2026-02-15; null for nothing typed. */
  LocalDate day(String typed, String field) {
    if (typed == null) {
      return null;
    }
    LocalDate day = dayIn(typed);
    return day != null ? day : refuse(field, "listing.edit.wrong.date");
  }

  /** The day in a text; null where there is none. */
  static LocalDate dayIn(String typed) {
    Matcher matcher = DAY.matcher(typed == null ? "" : MoneyText.latin(typed).replace('/', '-'));
    try {
      return matcher.matches()
          ? LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)))
          : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** A constant by its name; null for nothing chosen or something else. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  /** Tells at a field what is wrong with it. */
  <T> T refuse(String field, String key) {
    wrong = true;
    String id = form + ":" + field;
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Texts.in(lang).get(key);
    faces
        .getViewRoot()
        .invokeOnComponent(
            faces,
            id,
            (context, component) -> {
              if (component instanceof UIInput input) {
                String told = input.getAttributes().get("label") + ": " + text;
                faces.addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, told));
                // An invalid field shows its submitted value, which is gone by now: given back, so
                // that what was typed stays.
                input.setSubmittedValue(input.getValue());
                input.setValid(false);
              }
            });
    return null;
  }
}
