package wasl.shared.web.markup;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How values are taken for others, by the rules of Jakarta Expression Language 5.0, chapter 1. */
final class Values {

  private Values() {}

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value == null) {
      return "";
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  static boolean truth(Object value) {
    return value instanceof Boolean known ? known : Boolean.parseBoolean(text(value));
  }

  static boolean empty(Object value) {
    if (value == null) {
      return true;
    }
    if (value instanceof String text) {
      return text.isEmpty();
    }
    if (value instanceof Collection<?> all) {
      return all.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return value.getClass().isArray() && Array.getLength(value) == 0;
  }

  static boolean equal(Object one, Object other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    if (one instanceof Number || other instanceof Number) {
      return number(one).compareTo(number(other)) == 0;
    }
    if (one instanceof Boolean || other instanceof Boolean) {
      return truth(one) == truth(other);
    }
    boolean words =
        one instanceof String
            || other instanceof String
            || one instanceof Enum<?>
            || other instanceof Enum<?>;
    return words ? text(one).equals(text(other)) : one.equals(other);
  }

  /** Which of two numbers is larger, as {@link Comparable} says it. */
  static int order(Object one, Object other) {
    if (one instanceof Number && other instanceof Number) {
      return number(one).compareTo(number(other));
    }
    return text(one).compareTo(text(other));
  }

  /** A whole number; 0 for none. */
  static long whole(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    String text = text(value);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    String text = text(value);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** What to repeat for. */
  static Iterable<?> all(Object value) {
    if (value instanceof Iterable<?> many) {
      return many;
    }
    if (value instanceof Object[] array) {
      return List.of(array);
    }
    if (value == null) {
      return List.of();
    }
    throw new IllegalArgumentException("cannot be repeated: " + value.getClass());
  }

  /** The value as an argument of this type. */
  static Object as(Class<?> wanted, Object value) {
    if (wanted.isInstance(value)) {
      return value;
    }
    if (wanted == int.class || wanted == Integer.class) {
      return value == null && wanted == Integer.class ? null : Math.toIntExact(whole(value));
    }
    if (wanted == long.class || wanted == Long.class) {
      return value == null && wanted == Long.class ? null : whole(value);
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return truth(value);
    }
    return wanted == String.class && value != null ? text(value) : value;
  }
}
