package wasl.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Wasl knows of words beyond their letters: places by all their names, trades and goods in the
 * three languages, and words that every project could have. The files beside the texts say it, a
 * line each, with names separated by commas; what stands before a colon is a place's code, and what
 * stands behind a > is narrower: who asks for vegetables means tomatoes too, not the other way
 * round.
 */
final class Lexicon {

  private final Map<String, List<String>> places = new TreeMap<>();
  private final Map<String, Set<String>> trades = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final Set<String> common = new LinkedHashSet<>();

  /** The one of this application. */
  static final Lexicon KNOWN = new Lexicon();

  private Lexicon() {
    lines("places.txt").forEach(this::place);
    lines("trades.txt").forEach(this::trade);
    lines("common.txt")
        .flatMap(line -> names(line).stream())
        .forEach(word -> common.add(Spelling.fold(word)));
  }

  private static Stream<String> lines(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Lexicon.class.getResourceAsStream("/wasl/discovery/" + file),
                StandardCharsets.UTF_8))) {
      return in
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static List<String> names(String line) {
    return Arrays.stream(line.split("[,،]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void place(String line) {
    int colon = line.indexOf(':');
    places.put(line.substring(0, colon).strip(), names(line.substring(colon + 1)));
  }

  private void trade(String line) {
    String[] parts = line.split(">", 2);
    Set<String> asked = group(parts[0]);
    Set<String> meant = new LinkedHashSet<>(asked);
    if (parts.length > 1) {
      meant.addAll(group(parts[1]));
    }
    for (String word : asked) {
      trades.computeIfAbsent(word, any -> new LinkedHashSet<>()).addAll(meant);
    }
  }

  private Set<String> group(String words) {
    Set<String> group = new LinkedHashSet<>();
    for (String word : names(words)) {
      group.add(Spelling.fold(word));
      written.putIfAbsent(Spelling.fold(word), word);
    }
    return group;
  }

  /** The other names of a governorate or district: spellings, old names, of the capital. */
  List<String> place(Object code) {
    return places.getOrDefault(String.valueOf(code), List.of());
  }

  /** All codes of places, for tests. */
  Set<String> placeCodes() {
    return places.keySet();
  }

  /** Another one when what documents are made from is another. */
  String version() {
    return Integer.toHexString(places.toString().hashCode());
  }

  /** Whether this very word, in the one spelling, is a trade's. */
  boolean knows(String folded) {
    return trades.containsKey(folded);
  }

  /** Words that mean the same in one of the languages, in the one spelling, without itself. */
  List<String> sameTrade(String folded) {
    Set<String> found = new LinkedHashSet<>(trades.getOrDefault(folded, Set.of()));
    if (found.isEmpty()) {
      Spelling.stems(folded).forEach(stem -> found.addAll(trades.getOrDefault(stem, Set.of())));
    }
    if (found.isEmpty() && folded.endsWith("s")) {
      found.addAll(trades.getOrDefault(folded.substring(0, folded.length() - 1), Set.of()));
    }
    found.remove(folded);
    return new ArrayList<>(found);
  }

  /**
   * The trades whose word is at most so many slips away, in the one spelling; the nearest ones
   * only.
   */
  List<String> near(String folded, int slips) {
    List<String> near = new ArrayList<>();
    int least = slips;
    for (String word : trades.keySet()) {
      int distance = distance(folded, word, least);
      if (distance < least) {
        near.clear();
        least = distance;
      }
      if (distance <= least) {
        near.add(word);
      }
    }
    return near;
  }

  /** A trade's word as it is written. */
  String written(String folded) {
    return written.get(folded);
  }

  /**
   * Letters that are to be put in, left out, changed or swapped; more than wanted is not counted.
   */
  private static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  /** Whether every project could have this word, so that none is left out for lacking it. */
  boolean common(String folded) {
    return common.contains(folded);
  }
}
