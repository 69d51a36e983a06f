package wasl.discovery;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One spelling for words that are typed in many: whoever types Kurdish with an Arabic keyboard,
 * leaves out a hamza or an accent, or writes other digits, still finds. Index and question go
 * through the same folding, which unites letters rather too many than too few.
 */
final class Spelling {

  private static final String FROM = "أإآٱةەھۀىیێۍئؤکڪگڳچپڤژڕڒڵڶۆۊۋ";
  private static final String TO = "ااااههههييييي" + "وككككجبفزررللووو";
  private static final Pattern DROPPED = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640\\u0621\\u2019']");

  /** Article and particles that are written together with a word, the longest first. */
  private static final List<String> ARTICLES =
      List.of("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال");

  /** One-letter particles: and, in, for, so, like. */
  private static final String PARTICLES = "وبلفك";

  /** Endings in folded letters, Kurdish and Arabic, the longest first. */
  private static final List<String> ENDINGS =
      List.of(
          "هكانيان", "هكانمان", "هكاني", "يهكان", "هكان", "كاني", "يهكه", "هكهي", "هيهك", "هكه",
          "يكي", "هيه", "ييه", "اني", "يهك", "كان", "يات", "يه", "ها", "ان", "ات", "ون", "ين", "يك",
          "هي", "يي", "ه", "ي", "ا");

  private static final int LEAST_STEM = 3;

  private Spelling() {}

  /** Whether a word has letters of the Arabic script. */
  static boolean arabic(String word) {
    return word.chars().anyMatch(c -> c >= 0x0600 && c <= 0x06ff);
  }

  /**
   * A text in the letters that it is meant in: presentation forms, marks, joiners, old Kurdish heh
   * and other digits are gone; small letters.
   */
  static String clean(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // In old texts the Kurdish vowel is a heh that is kept from joining.
    plain = plain.replace("\u0647\u200c", "\u06d5");
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else if (!dropped(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean dropped(char c) {
    return c == '\u0640'
        || (c >= '\u064b' && c <= '\u0652')
        || c == '\u0670'
        || Character.getType(c) == Character.FORMAT;
  }

  /** The one spelling of a word: letters that are confused are one, accents are gone. */
  static String fold(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = DROPPED.matcher(hamza(plain)).replaceAll("");
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int at = FROM.indexOf(c);
      if (at >= 0) {
        out.append(TO.charAt(at));
      } else if (c == '\u0131') {
        out.append('i');
      } else if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else {
        out.append(c);
      }
    }
    return out.toString().replace("وو", "و");
  }

  /** A Kurdish word begins with a hamza on its seat that many leave out: ئامێر, امير. */
  private static String hamza(String word) {
    String seat = word.startsWith("\u064a\u0654") ? "\u064a\u0654" : "\u0626";
    return word.startsWith(seat) && word.length() > seat.length() + 1
        ? word.substring(seat.length())
        : word;
  }

  /**
   * What is left of a folded word of the Arabic script without article, particles and endings, in
   * one or several readings; not the word itself.
   */
  static Set<String> stems(String folded) {
    Set<String> stems = new LinkedHashSet<>();
    if (!arabic(folded)) {
      return stems;
    }
    String bare = withoutArticle(folded);
    stems.add(bare);
    stems.add(withoutEnding(bare));
    if (bare.equals(folded)
        && PARTICLES.indexOf(folded.charAt(0)) >= 0
        && folded.length() > (folded.charAt(0) == 'و' ? LEAST_STEM : LEAST_STEM + 1)) {
      String inner = withoutArticle(folded.substring(1));
      stems.add(inner);
      stems.add(withoutEnding(inner));
    }
    stems.remove(folded);
    return stems;
  }

  private static String withoutArticle(String word) {
    for (String article : ARTICLES) {
      if (word.startsWith(article) && word.length() >= article.length() + LEAST_STEM) {
        return word.substring(article.length());
      }
    }
    return word;
  }

  private static String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() >= ending.length() + LEAST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /**
   * The consonants of a folded word, alike in Latin and Arabic script, for names that are written
   * by ear: Zaynab and زينب, Karwan and کاروان. Empty where too little is left to tell words apart.
   */
  static String consonants(String folded) {
    String word = arabic(folded) ? withoutArticle(folded) : latinSounds(folded);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int at = LETTERS.indexOf(c);
      char sound = at >= 0 ? SOUNDS.charAt(at) : c >= 'a' && c <= 'z' ? c : ' ';
      if (sound != ' ' && (out.length() == 0 || out.charAt(out.length() - 1) != sound)) {
        out.append(sound);
      }
    }
    return out.length() < LEAST_STEM ? "" : out.toString();
  }

  private static final String LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهويا" + "pvqgcaeiouyhw";
  private static final String SOUNDS = "btsj kdzrzsxsdtz kfkklmn    " + "bfkkk        ";

  private static String latinSounds(String word) {
    return word.replace("sh", "x")
        .replace("ch", "j")
        .replace("kh", "k")
        .replace("gh", "k")
        .replace("dh", "z")
        .replace("th", "s")
        .replace("ph", "f")
        .replace("zh", "j");
  }
}
