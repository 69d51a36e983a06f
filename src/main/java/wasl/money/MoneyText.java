package wasl.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as people type it: {@code 1,250}, {@code 1250.50}, {@code ١٬٢٥٠٫٥}; Arabic-Indic
 * and Persian digits and separators are right. Letters, signs and more decimals than the currency
 * has are not an amount, nor are more than fifteen digits before the decimals. In {@code 12.500}
 * the point may divide thousands, as half of Europe writes; it is refused, never guessed.
 */
public final class MoneyText {

  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.(\\d{1,3}))?");

  private MoneyText() {}

  /** The amount, or nothing where the text is not one. */
  public static Optional<Money> parse(String typed, Currency currency) {
    if (typed == null) {
      return Optional.empty();
    }
    Matcher matcher = SHAPE.matcher(latin(typed));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(2) == null ? "" : "." + matcher.group(2);
    BigDecimal amount = new BigDecimal(matcher.group(1).replace(",", "") + decimals);
    if (amount.scale() > currency.scale()) {
      return Optional.empty();
    }
    return Optional.of(Money.of(amount, currency));
  }

  /** The text with Latin digits and separators, without blanks and direction marks. */
  public static String latin(String typed) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c >= '٠' && c <= '٩') {
        out.append((char) ('0' + c - '٠'));
      } else if (c >= '۰' && c <= '۹') {
        out.append((char) ('0' + c - '۰'));
      } else if (c == '٬' || c == '،') {
        out.append(',');
      } else if (c == '٫') {
        out.append('.');
      } else if (!Character.isWhitespace(c)
          && !Character.isSpaceChar(c)
          && Character.getType(c) != Character.FORMAT) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
