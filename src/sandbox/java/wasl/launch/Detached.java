package wasl.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * A child in a session of its own: Ctrl-C in the terminal reaches the launcher only, which then
 * stops its children in the right order.
 */
final class Detached {

  private Detached() {}

  static List<String> command(List<String> command) {
    var detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(command);
    return detached;
  }
}
