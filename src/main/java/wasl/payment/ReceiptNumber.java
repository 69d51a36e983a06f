package wasl.payment;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a receipt: 20 characters of Crockford's base 32, a hundred random bits, so that
 * nobody finds a receipt who does not hold it.
 *
 * @param value the characters, without hyphens
 */
public record ReceiptNumber(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private static final Pattern VALID = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A number that nobody had before. */
  static ReceiptNumber next() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new ReceiptNumber(text.toString());
  }

  /** What somebody typed from a paper: hyphens, spaces and small letters do not matter. */
  public static Optional<ReceiptNumber> parse(String typed) {
    if (typed == null || typed.length() > 80) {
      return Optional.empty();
    }
    String text =
        typed
            .replaceAll("[\\s\\-\\u2010-\\u2015\\u2066-\\u2069\\u200E\\u200F]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return VALID.matcher(text).matches() ? Optional.of(new ReceiptNumber(text)) : Optional.empty();
  }

  /** In groups of four, as it stands on the paper. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(value);
    for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
      text.insert(at, '-');
    }
    return text.toString();
  }
}
