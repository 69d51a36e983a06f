package wasl.shared;

import java.util.regex.Pattern;

/**
 * The language in which somebody wrote, guessed from the letters, so that nobody has to name it:
 * many read a page in one language and write in another. What the letters leave open is taken to be
 * the page's.
 */
public final class TextLang {

  /** Letters of Sorani that Arabic does not have. */
  private static final Pattern SORANI =
      Pattern.compile("[\\u0695\\u06B5\\u06C6\\u06CE\\u06D5\\u067E\\u0686\\u0698\\u06AF\\u06A4]");

  /** Letters of Arabic that Sorani does not use. */
  private static final Pattern ARABIC =
      Pattern.compile("[\\u0629\\u0649\\u062B\\u0630\\u0635\\u0636\\u0637\\u0638]");

  private TextLang() {}

  /** The language of a text. */
  public static Lang of(String text, Lang page) {
    long latin = text.chars().filter(TextLang::latin).count();
    long arabic = text.chars().filter(TextLang::arabicScript).count();
    if (latin > arabic) {
      return Lang.EN;
    }
    if (arabic == 0) {
      return page;
    }
    long sorani = SORANI.matcher(text).results().count();
    long plain = ARABIC.matcher(text).results().count();
    if (sorani == plain) {
      return page == Lang.EN ? Lang.AR : page;
    }
    return sorani > plain ? Lang.CKB : Lang.AR;
  }

  private static boolean latin(int letter) {
    return Character.isLetter(letter)
        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  private static boolean arabicScript(int letter) {
    return Character.isLetter(letter)
        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
  }
}
