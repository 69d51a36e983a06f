package wasl.ledger;

/**
 * What a journal is about.
 *
 * @param listing the listing's id, or null
 * @param pledge the pledge's id, or null
 * @param text what finance officers look for (the gateway's or the bank's own number), without
 *     personal data, at most 200 characters, or null
 * @param reverses the journal that this one undoes, or null
 */
public record JournalReference(Long listing, Long pledge, String text, JournalId reverses) {

  /** The longest text. */
  static final int LONGEST = 200;

  public JournalReference {
    if (text != null && text.length() > LONGEST) {
      throw new IllegalArgumentException("a reference has at most " + LONGEST + " characters");
    }
  }

  public JournalReference(Long listing, Long pledge, String text) {
    this(listing, pledge, text, null);
  }

  /** A reference to nothing but a text. */
  public static JournalReference to(String text) {
    return new JournalReference(null, null, text);
  }
}
