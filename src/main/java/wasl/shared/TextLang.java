package wasl.shared;

/**
 * The language in which somebody wrote, guessed from the letters, so that nobody has to name it:
 * many read a page in one language and write in another. What the letters leave open is taken to be
 * the page's.
 */
public final class TextLang {

  /** Letters of Sorani that Arabic does not have. */
  private static final String SORANI =
      "\u0695\u06B5\u06C6\u06CE\u06D5\u067E\u0686\u0698\u06AF\u06A4";

  /** Letters of Arabic that Sorani does not use. */
  private static final String ARABIC = "\u0629\u0649\u062B\u0630\u0635\u0636\u0637\u0638";

  private TextLang() {}

  /** The language of a text. */
  public static Lang of(String text, Lang page) {
    int latin = 0;
    int arabic = 0;
    int sorani = 0;
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (!Character.isLetter(letter)) {
        continue;
      }
      Character.UnicodeScript script = Character.UnicodeScript.of(letter);
      if (script == Character.UnicodeScript.LATIN) {
        latin++;
      } else if (script == Character.UnicodeScript.ARABIC) {
        arabic++;
        sorani += SORANI.indexOf(letter) < 0 ? 0 : 1;
        plain += ARABIC.indexOf(letter) < 0 ? 0 : 1;
      }
    }
    if (latin > arabic) {
      return Lang.EN;
    }
    if (arabic == 0) {
      return page;
    }
    if (sorani == plain) {
      return page == Lang.EN ? Lang.AR : page;
    }
    return sorani > plain ? Lang.CKB : Lang.AR;
  }
}
