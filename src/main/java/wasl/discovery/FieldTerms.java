package wasl.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import wasl.shared.Lang;

/**
 * The terms of one field of one listing. A word in the one spelling takes a place of its own, so
 * that words beside one another are known as such; its other terms take none.
 */
final class FieldTerms {

  /** Between two texts, so that no words stand beside one another across them. */
  private static final int GAP = 100;

  private final WordForms forms;
  private final List<String> terms = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();
  private final Set<WordForms.Form> words = new LinkedHashSet<>();
  private int length;

  FieldTerms(WordForms forms) {
    this.forms = forms;
  }

  /** Adds a text, with the stems of its language. */
  FieldTerms text(Lang lang, String text) {
    return add(lang, text);
  }

  /** Adds words of no particular language, such as names. */
  FieldTerms names(String text) {
    return add(null, text);
  }

  private FieldTerms add(Lang lang, String text) {
    int gap = terms.isEmpty() ? 0 : GAP;
    for (String word : Words.of(text)) {
      WordForms.Form form = forms.of(word);
      if (!form.folded().isEmpty()) {
        words.add(form);
        length++;
        add(form.spelled(), 1 + gap);
        gap = 0;
        form.bare().forEach(term -> add(term, 0));
        if (lang != null) {
          form.stems(lang).forEach(term -> add(term, 0));
        }
      }
    }
    return this;
  }

  /** Adds the consonants of the words so far. */
  FieldTerms heard() {
    for (WordForms.Form form : words) {
      if (form.heard() != null) {
        add(form.heard(), 0);
      }
    }
    return this;
  }

  private void add(String term, int step) {
    terms.add(term);
    steps.add(terms.size() == 1 ? 1 : step);
  }

  /** What each of the terms counts where they stand, in hundredths of a percent. */
  Map<String, Integer> weights(WordPlace place) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    terms.forEach(term -> weights.merge(term, 1, Integer::sum));
    weights.replaceAll((term, times) -> place.weight(times, length));
    return weights;
  }

  /** The different words. */
  Set<WordForms.Form> words() {
    return words;
  }

  /** The terms as a field wants them. */
  TokenStream stream() {
    return new Listed(terms, steps);
  }

  /** Terms one after another. */
  static final class Listed extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms;
    private final List<Integer> steps;
    private int next;

    Listed(List<String> terms, List<Integer> steps) {
      this.terms = terms;
      this.steps = steps;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(terms.get(next));
      step.setPositionIncrement(steps.get(next));
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
