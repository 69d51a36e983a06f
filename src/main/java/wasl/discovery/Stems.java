package wasl.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import wasl.shared.Lang;

/** The stems of words by each language's own rules, without the words that say nothing. */
final class Stems {

  private static final Map<Lang, Analyzer> ANALYZERS =
      new EnumMap<>(
          Map.of(
              Lang.AR, new ArabicAnalyzer(),
              Lang.CKB, new SoraniAnalyzer(),
              Lang.EN, new EnglishAnalyzer()));

  private Stems() {}

  /** Has every language's rules loaded. */
  static void load() {
    ANALYZERS.keySet().forEach(lang -> of(lang, "a"));
  }

  /** The stems in a text in clean letters, in their order; none of a word that says nothing. */
  static List<String> of(Lang lang, String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream words = ANALYZERS.get(lang).tokenStream("", text)) {
      CharTermAttribute stem = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        stems.add(stem.toString());
      }
      words.end();
      return stems;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Whether a single word says nothing in one of the languages of its script. */
  static boolean empty(String word) {
    return Spelling.arabic(word)
        ? of(Lang.AR, word).isEmpty() || of(Lang.CKB, word).isEmpty()
        : of(Lang.EN, word).isEmpty();
  }
}
