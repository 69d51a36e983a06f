package wasl.site.web;

import java.util.Map;
import java.util.stream.Collectors;

/** How strong each governorate stands on a map. */
final class MapLevels {

  private static final int STRONGEST = 4;

  private MapLevels() {}

  /** By letters: 0 for none to 4 for those with the most. */
  static Map<String, Long> of(Map<String, Long> counts) {
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return counts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> most == 0 ? 0 : (STRONGEST * each.getValue() + most - 1) / most));
  }
}
