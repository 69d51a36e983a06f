package wasl.community;

import java.util.List;
import wasl.shared.SearchWords;

/** Whether a listing has the words of a filter, by the spelling rules of the search. */
final class FilterWords {

  /** So many words of a listing are looked at. */
  private static final int MOST = 80;

  private FilterWords() {}

  static boolean all(String words, List<String> texts) {
    return SearchWords.words(texts, MOST).containsAll(SearchWords.query(words));
  }
}
