package wasl.shared;

import java.util.Locale;

/**
 * Why the domain says no: a record of a feature's sealed {@code …Refused}, with arguments and
 * without text. Its key and its code follow from its type: {@code PledgeRefused.BelowMinimum} has
 * the text {@code pledge.refused.belowMinimum} and the code {@code below-minimum}; the record's
 * components are the text's arguments.
 */
public interface Refusal {

  /** The HTTP status that fits: 422 unless told otherwise. */
  default int status() {
    return 422;
  }

  /** The stable code of the refusal for programs. */
  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The key of the text for people. */
  default String key() {
    return keyOf(getClass());
  }

  /** The key that belongs to a refusal's type. */
  static String keyOf(Class<? extends Refusal> type) {
    String name = type.getSimpleName();
    String[] packages = type.getPackageName().split("\\.");
    return packages[1] + ".refused." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
