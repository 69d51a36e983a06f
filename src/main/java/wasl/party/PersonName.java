package wasl.party;

import java.util.regex.Pattern;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.WebLinks;

/**
 * A person's name as on the identity card, in one field: given name, father's, grandfather's, and
 * the family's where there is one. Never split, no family name demanded, spelling left as it is.
 */
public record PersonName(String value) {

  /** The most words of a name. */
  public static final int MOST_WORDS = 6;

  /** The most characters of a name. */
  public static final int MOST = 120;

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern STRANGE =
      Pattern.compile("[<>{}\\[\\]|\\\\/@#$%^&*=+;:?!\"_\\p{So}]");

  /**
   * The name that was typed.
   *
   * @throws Refused {@link PartyRefused.LinkInName}, {@link PartyRefused.InvalidName}
   */
  public static PersonName of(String typed) {
    String text = PlainText.line(typed);
    if (WebLinks.in(text)) {
      throw new Refused(new PartyRefused.LinkInName());
    }
    boolean good =
        text != null
            && text.length() <= MOST
            && text.split(" ").length <= MOST_WORDS
            && LETTER.matcher(text).find()
            && !STRANGE.matcher(text).find();
    if (!good) {
      throw new Refused(new PartyRefused.InvalidName());
    }
    return new PersonName(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
