package wasl.pledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import wasl.shared.Secrets;

/**
 * The unguessable word in {@code /pay/{token}}: the pledge's id and 128 random bits. Whoever has it
 * may save a card for the pledge, signed in or not.
 */
public record PayToken(PledgeId pledge, String secret) {

  private static final int ID_LENGTH = 13;
  private static final int SECRET_LENGTH = 22;

  /** A new secret. */
  public static String newSecret() {
    return Secrets.token().substring(0, SECRET_LENGTH);
  }

  /** The token in an address. */
  public static Optional<PayToken> parse(String text) {
    if (text == null || text.length() != ID_LENGTH + SECRET_LENGTH) {
      return Optional.empty();
    }
    return PledgeId.parse(text.substring(0, ID_LENGTH))
        .map(id -> new PayToken(id, text.substring(ID_LENGTH)));
  }

  /** The token of a pledge. */
  public static PayToken of(PledgeId pledge, String secret) {
    return new PayToken(pledge, secret);
  }

  /** Whether this is the pledge's secret, compared in constant time. */
  public boolean opens(String secretOfPledge) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), secretOfPledge.getBytes(StandardCharsets.UTF_8));
  }

  /** As it stands in the address. */
  @Override
  public String toString() {
    return pledge.toString() + secret;
  }
}
