package wasl.party;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * An e-mail address in the one form in which it is kept and compared: small letters, the domain in
 * ASCII (RFC 5890). What may stand before the @ follows the HTML standard's {@code type=email}.
 */
public record EmailAddress(String value) {

  /** The longest address that a mail server takes (RFC 5321, erratum 1690). */
  public static final int MOST = 254;

  private static final Pattern LOCAL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** The address that was typed, if it is one. */
  public static Optional<EmailAddress> parse(String typed) {
    String text = PlainText.line(typed);
    if (text == null || text.length() > MOST) {
      return Optional.empty();
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    String domain;
    try {
      domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
    boolean good = LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches();
    String whole = local + "@" + domain;
    return good && whole.length() <= MOST ? Optional.of(new EmailAddress(whole)) : Optional.empty();
  }

  /**
   * The address that was typed.
   *
   * @throws Refused {@link PartyRefused.InvalidEmail}
   */
  public static EmailAddress of(String typed) {
    return parse(typed).orElseThrow(() -> new Refused(new PartyRefused.InvalidEmail()));
  }

  /** What stands before the @. */
  String local() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  @Override
  public String toString() {
    return value;
  }
}
