package wasl.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class StripeSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String BODY = "{\"id\":\"evt_1\"}";

  private final StripeSignature signature = new StripeSignature("whsec_old, whsec_new");

  @Test
  void takesWhatAnyOfOurSecretsSigned() throws Exception {
    assertThat(signs(header(0, "whsec_new"))).isTrue();
    assertThat(signs(header(-300, "whsec_old"))).isTrue();
    assertThat(signs(header(300, "whsec_old"))).isTrue();
  }

  @Test
  void refusesMoreThanOneTime() throws Exception {
    String good = header(0, "whsec_new");
    long now = NOW.getEpochSecond();
    assertThat(signs("t=" + now + "," + good)).isFalse();
    assertThat(signs(good + ",t=" + now)).isFalse();
    assertThat(signs(good + ", t=" + (now - 9_999))).isFalse();
    assertThat(signs("t=," + good)).isFalse();
    assertThat(signs("t=" + now + "," + header(-9_999, "whsec_new"))).isFalse();
  }

  @Test
  void refusesWhatIsOldFutureOrForged() throws Exception {
    assertThat(signs(header(-301, "whsec_new"))).isFalse();
    assertThat(signs(header(301, "whsec_new"))).isFalse();
    assertThat(signs(header(0, "whsec_other"))).isFalse();
    assertThat(signs("v1=00")).isFalse();
    assertThat(signature.signs(null, BODY, NOW)).isFalse();
    assertThat(signature.signs(header(0, "whsec_new"), null, NOW)).isFalse();
  }

  private boolean signs(String header) {
    return signature.signs(header, BODY, NOW);
  }

  private static String header(long after, String secret) throws Exception {
    long time = NOW.getEpochSecond() + after;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return "t="
        + time
        + ",v1="
        + HexFormat.of().formatHex(mac.doFinal((time + "." + BODY).getBytes(UTF_8)));
  }
}
