package wasl.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as the gateway signs them. */
final class SignedEvents {

  private SignedEvents() {}

  static String body(String id, String type, String object) {
    return "{\"id\":\"%s\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
        .formatted(id, type, object);
  }

  static String secret() {
    return GatewayFixtures.setting("wasl.stripe.webhook.secret").split(",")[0];
  }

  /** Real time, which signatures keep. */
  static long now() {
    return Clock.systemUTC().instant().getEpochSecond();
  }

  static String header(long time, String body, String secret) {
    return "t=" + time + ",v1=" + mac(time, body, secret);
  }

  static String mac(long time, String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
