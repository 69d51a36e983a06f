package wasl.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wasl.shared.Lang;

/**
 * The terms of a word, worked out once for each of the words that come again and again: texts are
 * taken apart many times as fast with it.
 */
final class WordForms {

  /** Frequent words come early; the rare ones that come once this is full are worked out anew. */
  private static final int MOST = 20_000;

  private final Map<String, Form> known = new ConcurrentHashMap<>();

  /**
   * A word.
   *
   * @param word in clean letters
   * @param folded in the one spelling; empty for a word that is nothing but marks
   * @param spelled its term
   * @param bare the terms of what is left without article, particles and endings
   * @param heard the term of its consonants, or null
   * @param ar its stems' terms as a word of Arabic; of Sorani and English likewise
   */
  record Form(
      String word,
      String folded,
      String spelled,
      List<String> bare,
      String heard,
      List<String> ar,
      List<String> ckb,
      List<String> en) {

    List<String> stems(Lang lang) {
      return switch (lang) {
        case AR -> ar;
        case CKB -> ckb;
        case EN -> en;
      };
    }
  }

  Form of(String word) {
    Form form = known.get(word);
    if (form == null) {
      form = form(word);
      if (known.size() < MOST) {
        known.put(word, form);
      }
    }
    return form;
  }

  private static Form form(String word) {
    String folded = Spelling.fold(word);
    List<String> bare = Spelling.stems(folded).stream().map(TermName::bare).toList();
    String consonants = Spelling.consonants(folded);
    return new Form(
        word,
        folded,
        TermName.spelled(folded),
        bare,
        consonants.isEmpty() ? null : TermName.heard(consonants),
        stems(Lang.AR, word),
        stems(Lang.CKB, word),
        stems(Lang.EN, folded));
  }

  private static List<String> stems(Lang lang, String word) {
    List<String> terms = new ArrayList<>();
    Stems.of(lang, word).forEach(stem -> terms.add(TermName.stem(lang, stem)));
    return List.copyOf(terms);
  }
}
