package wasl.discovery;

import wasl.shared.Lang;

/**
 * How words stand in the index. Each word has several terms, one for each way of finding it, told
 * apart by their first letter.
 */
final class TermName {

  private TermName() {}

  /** The word in the one spelling. */
  static String spelled(String folded) {
    return "f" + folded;
  }

  /** What is left of the word in the one spelling without article, particles and endings. */
  static String bare(String stem) {
    return "s" + stem;
  }

  /** The word's stem by the rules of a language. */
  static String stem(Lang lang, String stem) {
    return switch (lang) {
          case AR -> "a";
          case CKB -> "k";
          case EN -> "e";
        }
        + stem;
  }

  /** The word's consonants. */
  static String heard(String consonants) {
    return "h" + consonants;
  }

  /** Where the word in the one spelling begins. */
  static int body() {
    return 1;
  }
}
