package wasl.shared.rest;

import java.util.Arrays;
import java.util.Optional;
import wasl.shared.Page;
import wasl.shared.QueryRefused;
import wasl.shared.Refused;

/**
 * Reads what stands behind the {@code ?}. JAX-RS would answer 404 to a number that is none: the
 * list is there, the caller's question is wrong.
 */
public final class Query {

  private static final int USUAL_SIZE = 20;

  private Query() {}

  /**
   * Which page of a list; null and blank mean the first one, of 20 rows. A number beyond the limits
   * is brought into them.
   *
   * @throws Refused {@link QueryRefused.InvalidFilter} where one of them is no whole number
   */
  public static Page.Wish page(String page, String size) {
    return new Page.Wish(number("page", page, 0), number("size", size, USUAL_SIZE));
  }

  private static int number(String name, String text, int otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    if (!text.strip().matches("-?[0-9]{1,18}")) {
      throw new Refused(new QueryRefused.InvalidFilter(name));
    }
    long number = Long.parseLong(text.strip());
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number));
  }

  /**
   * One of a fixed set of names; nothing where the value is null or blank.
   *
   * @throws Refused {@link QueryRefused.InvalidFilter} where it is another
   */
  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equals(text.strip()))
            .findFirst();
    if (found.isEmpty()) {
      throw new Refused(new QueryRefused.InvalidFilter(name));
    }
    return found;
  }
}
