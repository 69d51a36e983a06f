package wasl.shared.rest;

import java.util.List;
import java.util.function.Function;
import wasl.shared.Page;

/** A page of a list on the wire. */
public record PageJson<T>(List<T> items, int page, int size, long total) {

  /** Writes a page, each row by the given function. */
  public static <S, T> PageJson<T> of(Page<S> page, Function<S, T> row) {
    return new PageJson<>(
        page.items().stream().map(row).toList(), page.page(), page.size(), page.total());
  }
}
