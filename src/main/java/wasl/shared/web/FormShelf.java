package wasl.shared.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds {@link KeptForms} in memory within bounds. Whoever sends too many pushes out their own;
 * when all together are too many, whoever holds most gives way: nobody is emptied by strangers.
 */
final class FormShelf {

  private final Limits limits;
  private final Map<String, KeptForms.Form> forms = new LinkedHashMap<>();

  /**
   * Each bound for all together and for one sender.
   *
   * @param characters what the forms weigh together, see {@link KeptForms.Form#characters}
   */
  record Limits(Duration time, int forms, long characters, int formsOfOne, long charactersOfOne) {}

  FormShelf(Limits limits) {
    this.limits = limits;
  }

  synchronized void put(String name, KeptForms.Form form) {
    forgetOld(form.keptNanos());
    forms.put(name, form);
    while (weight(form.from()).exceeds(limits.formsOfOne(), limits.charactersOfOne())) {
      forgetOldestOf(form.from());
    }
    while (weight(null).exceeds(limits.forms(), limits.characters())) {
      forgetOldestOf(heaviest());
    }
  }

  synchronized Optional<KeptForms.Form> get(String name, long nowNanos) {
    forgetOld(nowNanos);
    return Optional.ofNullable(forms.get(name));
  }

  private record Weight(int forms, long characters) {
    boolean exceeds(int mostForms, long mostCharacters) {
      return forms > mostForms || characters > mostCharacters;
    }
  }

  /** What one sender's forms weigh; all of them for null. */
  private Weight weight(String from) {
    int count = 0;
    long characters = 0;
    for (KeptForms.Form form : forms.values()) {
      if (from == null || form.from().equals(from)) {
        count++;
        characters += form.characters();
      }
    }
    return new Weight(count, characters);
  }

  private String heaviest() {
    Map<String, Long> characters = new HashMap<>();
    forms.values().forEach(form -> characters.merge(form.from(), form.characters(), Long::sum));
    return characters.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private void forgetOldestOf(String from) {
    forms.entrySet().stream()
        .filter(each -> each.getValue().from().equals(from))
        .findFirst()
        .ifPresent(oldest -> forms.remove(oldest.getKey()));
  }

  private void forgetOld(long nowNanos) {
    forms.values().removeIf(form -> nowNanos - form.keptNanos() > limits.time().toNanos());
  }
}
