package wasl.sandbox.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stripe's webhook signature: {@code t=<epoch seconds>,v1=<HMAC-SHA256 of "t.body">}. */
final class Signature {
  private Signature() {}

  /** The header's value; several secrets, separated by commas, give a {@code v1} each. */
  static String header(String secrets, long realEpochSecond, String body) {
    StringBuilder header = new StringBuilder("t=").append(realEpochSecond);
    for (String secret : secrets.split(",")) {
      header.append(",v1=").append(hmac(secret.trim(), realEpochSecond + "." + body));
    }
    return header.toString();
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
