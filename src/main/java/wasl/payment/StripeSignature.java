package wasl.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a webhook was really sent by Stripe: any of our secrets (several while one is replaced),
 * not older than five minutes and, which the library does not check, not from the future either.
 */
@ApplicationScoped
public class StripeSignature {

  private static final long TOLERANCE_SECONDS = 300;
  private static final Pattern TIME = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})\\s*(?:,|$)");

  @Inject
  @ConfigProperty(name = "wasl.stripe.webhook.secret")
  private Optional<String> configured;

  /** For CDI. */
  protected StripeSignature() {}

  /** For tests. */
  StripeSignature(String secrets) {
    configured = Optional.of(secrets);
  }

  /**
   * Whether the header signs the body.
   *
   * @param now real time, which signatures keep
   */
  boolean signs(String header, String body, Instant now) {
    if (header == null || body == null) {
      return false;
    }
    Matcher time = TIME.matcher(header);
    if (!time.find()
        || Math.abs(now.getEpochSecond() - Long.parseLong(time.group(1))) > TOLERANCE_SECONDS) {
      return false;
    }
    return secrets().stream().anyMatch(secret -> signs(header, body, secret));
  }

  private List<String> secrets() {
    return configured.stream()
        .flatMap(all -> Arrays.stream(all.split(",")))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  private static boolean signs(String header, String body, String secret) {
    try {
      return Webhook.Signature.verifyHeader(body, header, secret, 0);
    } catch (SignatureVerificationException | RuntimeException forged) {
      return false;
    }
  }
}
