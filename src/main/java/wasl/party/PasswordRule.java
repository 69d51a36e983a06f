package wasl.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.shared.Refused;

/**
 * Which passwords are taken: long rather than strange (NIST SP 800-63B, 5.1.1.2), none of those
 * that are tried first, none made of the account's own address or name.
 */
final class PasswordRule {

  /** The fewest characters. */
  static final int LEAST = 10;

  /** The most characters: bounds the work of hashing. */
  static final int MOST = 128;

  private static final int LEAST_DIFFERENT = 5;
  private static final Set<String> COMMON = read();

  private PasswordRule() {}

  /**
   * The password as it is hashed: compatible characters made one (NFKC), so that different
   * keyboards write the same.
   *
   * @throws Refused {@link PartyRefused.PasswordShort}, {@link PartyRefused.PasswordLong}, {@link
   *     PartyRefused.PasswordCommon}
   */
  static String accept(String typed, EmailAddress email, String name) {
    String password = normal(typed);
    int length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      throw new Refused(new PartyRefused.PasswordShort(LEAST));
    }
    if (length > MOST) {
      throw new Refused(new PartyRefused.PasswordLong(MOST));
    }
    if (guessable(password.toLowerCase(Locale.ROOT), email, name.toLowerCase(Locale.ROOT))) {
      throw new Refused(new PartyRefused.PasswordCommon());
    }
    return password;
  }

  /** The one form of a password; an overlong one is cut, since none such exists. */
  static String normal(String typed) {
    String text = typed == null ? "" : typed;
    String cut = text.length() > 4 * MOST ? text.substring(0, 4 * MOST) : text;
    return Normalizer.normalize(cut, Normalizer.Form.NFKC);
  }

  private static boolean guessable(String password, EmailAddress email, String name) {
    String core = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return COMMON.contains(password)
        || COMMON.contains(core)
        || password.chars().distinct().count() < LEAST_DIFFERENT
        || inOrder(password)
        || password.equals(email.value())
        || core.equals(email.local())
        || core.equals(name)
        || core.equals(name.replace(" ", ""));
  }

  /** Whether each character follows the one before: 12345…, zyxwv…. */
  private static boolean inOrder(String password) {
    int step = password.charAt(1) - password.charAt(0);
    if (Math.abs(step) != 1) {
      return false;
    }
    for (int i = 2; i < password.length(); i++) {
      if (password.charAt(i) - password.charAt(i - 1) != step) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRule.class.getResourceAsStream("/wasl/party/common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
