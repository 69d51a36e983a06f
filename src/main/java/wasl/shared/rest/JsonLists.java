package wasl.shared.rest;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Objects;

/** Lists as they come in a request's body. */
public final class JsonLists {

  private JsonLists() {}

  /**
   * The list; an empty one where none was sent.
   *
   * @throws BadRequestException 400 where an element is {@code null}: that is nothing to work on
   */
  public static <T> List<T> of(List<T> sent) {
    if (sent == null) {
      return List.of();
    }
    if (sent.stream().anyMatch(Objects::isNull)) {
      throw new BadRequestException();
    }
    return sent;
  }
}
