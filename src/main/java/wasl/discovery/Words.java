package wasl.discovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts texts into words: runs of letters and digits. Everything else is a gap and nothing more. */
final class Words {

  /** More of a question is not looked at. */
  static final int MOST = 10;

  /** A longer word is cut. */
  private static final int LONGEST = 40;

  /** So much of a question is looked at, however long it is. */
  private static final int LONGEST_QUESTION = 400;

  private Words() {}

  /** The words of a text in clean letters, in their order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    if (text == null) {
      return words;
    }
    String clean = Spelling.clean(text);
    int from = -1;
    for (int at = 0; at < clean.length(); ) {
      int letter = clean.codePointAt(at);
      if (inWord(letter)) {
        from = from < 0 ? at : from;
      } else if (from >= 0) {
        add(words, clean, from, at);
        from = -1;
      }
      at += Character.charCount(letter);
    }
    if (from >= 0) {
      add(words, clean, from, clean.length());
    }
    return words;
  }

  private static boolean inWord(int letter) {
    if (Character.isLetterOrDigit(letter)) {
      return true;
    }
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static void add(List<String> words, String text, int from, int to) {
    words.add(text.substring(from, Math.min(to, from + LONGEST)));
  }

  /** The different words of what a visitor typed; a few are enough. */
  static List<String> asked(String typed) {
    String bounded =
        typed.length() > LONGEST_QUESTION ? typed.substring(0, LONGEST_QUESTION) : typed;
    List<String> words = List.copyOf(new LinkedHashSet<>(of(bounded)));
    return words.size() > MOST ? words.subList(0, MOST) : words;
  }
}
