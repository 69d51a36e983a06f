package wasl.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import wasl.shared.Lang;
import wasl.shared.RefusalTexts;
import wasl.shared.Texts;

/** Writes amounts, dates and constants inside refusals. */
@ApplicationScoped
public class MoneyArguments implements RefusalTexts.ArgumentFormat {

  @Override
  public String format(Object value, Lang lang) {
    if (value instanceof Money money) {
      return "\u2068" + Formats.in(lang).money(money) + "\u2069";
    }
    if (value instanceof Instant instant) {
      return Formats.in(lang).dateTime(instant);
    }
    if (value instanceof LocalDate day) {
      return Formats.in(lang).date(day);
    }
    if (value instanceof Enum<?> constant) {
      String key = constantKey(constant);
      return Texts.in(lang).has(key) ? Texts.in(lang).get(key) : null;
    }
    return null;
  }

  /** The key of a constant's text: {@code ListingState.LIVE} is {@code listing.state.LIVE}. */
  public static String constantKey(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    String feature = type.getPackageName().split("\\.")[1];
    String name = type.getSimpleName();
    String owner = Character.toUpperCase(feature.charAt(0)) + feature.substring(1);
    String rest =
        name.startsWith(owner) && name.length() > owner.length()
            ? name.substring(owner.length())
            : name;
    return feature
        + "."
        + Character.toLowerCase(rest.charAt(0))
        + rest.substring(1)
        + "."
        + constant.name();
  }
}
