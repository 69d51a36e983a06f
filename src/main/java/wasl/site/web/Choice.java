package wasl.site.web;

import java.util.List;
import java.util.function.Function;

/**
 * An option of a plain select.
 *
 * @param code what is sent
 * @param label what is read
 * @param chosen whether it is the present one
 */
public record Choice(String code, String label, boolean chosen) {

  static <T> List<Choice> of(
      List<T> all, Function<T, String> code, Function<T, String> label, T chosen) {
    return all.stream()
        .map(each -> new Choice(code.apply(each), label.apply(each), each.equals(chosen)))
        .toList();
  }
}
