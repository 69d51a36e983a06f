package wasl.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import wasl.shared.Lang;

/**
 * What a visitor typed, word by word, each with the terms by which the index may have it. Typed
 * text is only ever looked up as words: nothing in it is a command. Long, since all four ways of
 * asking, from all words to half of them, are built here from the same terms.
 */
final class Question {

  /** How much a way of finding a word counts, in percent of the word itself. */
  private static final int AS_STEM = 80;

  private static final int AS_BARE = 60;
  private static final int AS_TRADE = 45;
  private static final int AS_BEGINNING = 40;
  private static final int AS_HEARD = 35;
  private static final int AS_NEAR = 50;

  private static final int MOST_PARTS = 4;
  private static final int MOST_NEAR = 8;
  private static final int MOST_BEGINNINGS = 12;
  private static final int LEAST_FOR_TWO_SLIPS = 6;
  private static final int LEAST_FOR_A_SLIP = 3;

  private final List<Asked> words;

  /**
   * A word.
   *
   * @param typed as it was typed, in clean letters
   * @param folded in the one spelling
   * @param terms by which the index has it, with their weight in percent; empty where it has not
   * @param needed whether a listing without it is not meant
   * @param near where other words were taken for it: the nearest, as it is written
   */
  record Asked(
      String typed, String folded, Map<String, Integer> terms, boolean needed, String near) {}

  private Question(List<Asked> words) {
    this.words = words;
  }

  List<Asked> words() {
    return words;
  }

  /** Those that are needed; all where none is. */
  List<Asked> needed() {
    List<Asked> needed = words.stream().filter(Asked::needed).toList();
    return needed.isEmpty() ? words : needed;
  }

  /** Whether some needed word is nowhere in the index. */
  boolean unknown() {
    return needed().stream().anyMatch(word -> word.terms().isEmpty());
  }

  /** Reads what was typed against an index. */
  static Question of(String typed, IndexReader index) throws IOException {
    List<Asked> words = new ArrayList<>();
    for (String word : Words.asked(typed)) {
      if (!Spelling.fold(word).isEmpty()) {
        words.add(asked(word, index));
      }
    }
    return new Question(joined(words, index));
  }

  private static Asked asked(String word, IndexReader index) {
    String folded = Spelling.fold(word);
    Map<String, Integer> terms = terms(word, folded);
    terms.keySet().removeIf(term -> !has(index, term));
    boolean needed = folded.length() > 1 && !Lexicon.KNOWN.common(folded) && !Stems.empty(word);
    return new Asked(word, folded, terms, needed, null);
  }

  /**
   * Joins what is one word in the index, or a trade that is known: on a keyboard without the
   * Kurdish e a word is often typed in parts, به رنامه for بەرنامە.
   */
  private static List<Asked> joined(List<Asked> words, IndexReader index) {
    List<Asked> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Asked next = words.get(i);
      int taken = 1;
      for (int parts = Math.min(MOST_PARTS, words.size() - i); parts > 1; parts--) {
        List<Asked> some = words.subList(i, i + parts);
        String whole = some.stream().map(Asked::typed).collect(Collectors.joining());
        String folded = Spelling.fold(whole);
        if (some.stream().anyMatch(part -> part.terms().isEmpty())
            && (has(index, TermName.spelled(folded)) || Lexicon.KNOWN.knows(folded))) {
          next = asked(whole, index);
          taken = parts;
          break;
        }
      }
      joined.add(next);
      i += taken;
    }
    return joined;
  }

  private static Map<String, Integer> terms(String word, String folded) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    terms.put(TermName.spelled(folded), 100);
    for (Lang lang : Lang.values()) {
      if ((lang == Lang.EN) != Spelling.arabic(word)) {
        Stems.of(lang, lang == Lang.EN ? folded : word)
            .forEach(stem -> terms.put(TermName.stem(lang, stem), AS_STEM));
      }
    }
    // the bare word may stand in a text without its article, and the other way round
    for (String stem : Spelling.stems(folded)) {
      terms.put(TermName.bare(stem), AS_BARE);
      terms.putIfAbsent(TermName.spelled(stem), AS_BARE);
    }
    terms.putIfAbsent(TermName.bare(folded), AS_BARE);
    for (String same : Lexicon.KNOWN.sameTrade(folded)) {
      terms.putIfAbsent(TermName.spelled(same), AS_TRADE);
      terms.putIfAbsent(TermName.bare(same), AS_TRADE);
    }
    return terms;
  }

  private static boolean has(IndexReader index, String term) {
    try {
      return index.docFreq(new Term(ListingDocument.ANY, term)) > 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The same with words that are near in spelling, begin alike or sound alike, beside those that
   * the index does not have.
   *
   * @param all beside every word
   */
  Question loosened(IndexReader index, boolean all) throws IOException {
    Terms terms = MultiTerms.getTerms(index, ListingDocument.ANY);
    if (terms == null) {
      return this;
    }
    List<Asked> loosened = new ArrayList<>();
    for (Asked word : words) {
      loosened.add(all || word.terms().isEmpty() ? loosened(word, terms, index) : word);
    }
    return new Question(loosened);
  }

  private static Asked loosened(Asked word, Terms terms, IndexReader index) throws IOException {
    Map<String, Integer> more = new LinkedHashMap<>(word.terms());
    List<String> near = new ArrayList<>();
    for (Near each : near(word.folded(), terms)) {
      more.putIfAbsent(each.term(), AS_NEAR * each.percent() / 100);
      near.add(each.term());
    }
    if (word.folded().length() >= LEAST_FOR_A_SLIP) {
      for (String term : beginning(TermName.spelled(word.folded()), terms)) {
        more.putIfAbsent(term, AS_BEGINNING);
        near.add(term);
      }
    }
    String trade = null;
    for (String same : Lexicon.KNOWN.near(word.folded(), slips(word.folded()))) {
      for (String term : terms(same, same).keySet()) {
        if (has(index, term)) {
          more.putIfAbsent(term, AS_TRADE);
          trade = Lexicon.KNOWN.written(same);
        }
      }
    }
    String heard = Spelling.consonants(word.folded());
    if (!heard.isEmpty() && has(index, TermName.heard(heard))) {
      more.putIfAbsent(TermName.heard(heard), AS_HEARD);
    }
    // a word that some listing has was meant as it stands
    String meant = null;
    if (word.terms().isEmpty()) {
      meant = trade == null ? written(near, index) : trade;
    }
    return new Asked(word.typed(), word.folded(), more, word.needed(), meant);
  }

  /**
   * A term that is near.
   *
   * @param percent how near
   */
  private record Near(String term, int percent, int listings) {}

  private static int slips(String folded) {
    return folded.length() >= LEAST_FOR_TWO_SLIPS ? 2 : folded.length() >= LEAST_FOR_A_SLIP ? 1 : 0;
  }

  private static List<Near> near(String folded, Terms terms) throws IOException {
    int slips = slips(folded);
    if (slips == 0) {
      return List.of();
    }
    List<Near> near = new ArrayList<>();
    Term term = new Term(ListingDocument.ANY, TermName.spelled(folded));
    FuzzyTermsEnum found = new FuzzyTermsEnum(terms, term, slips, 1, true);
    for (BytesRef next = found.next(); next != null; next = found.next()) {
      near.add(new Near(next.utf8ToString(), Math.round(found.getBoost() * 100), found.docFreq()));
    }
    near.sort(
        Comparator.comparingInt(Near::percent)
            .thenComparingInt(Near::listings)
            .reversed()
            .thenComparing(Near::term));
    return near.size() > MOST_NEAR ? near.subList(0, MOST_NEAR) : near;
  }

  private static List<String> beginning(String with, Terms terms) throws IOException {
    List<String> found = new ArrayList<>();
    TermsEnum all = terms.iterator();
    if (all.seekCeil(new BytesRef(with)) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = all.term();
          term != null && found.size() < MOST_BEGINNINGS;
          term = all.next()) {
        String text = term.utf8ToString();
        if (!text.startsWith(with)) {
          break;
        }
        found.add(text);
      }
    }
    return found;
  }

  /** The first of the terms that stands in a name or title, as it is written there. */
  private static String written(List<String> near, IndexReader index) throws IOException {
    Terms written = MultiTerms.getTerms(index, ListingDocument.WRITTEN);
    for (String term : written == null ? List.<String>of() : near) {
      String folded = term.substring(TermName.body());
      TermsEnum all = written.iterator();
      if (all.seekCeil(new BytesRef(folded + ListingDocument.BEHIND)) != TermsEnum.SeekStatus.END) {
        String found = all.term().utf8ToString();
        if (found.startsWith(folded + ListingDocument.BEHIND)) {
          return found.substring(folded.length() + 1);
        }
      }
    }
    return null;
  }
}
