package wasl.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a webhook was really sent by Stripe: any of our secrets (several while one is replaced),
 * not older than five minutes, not from the future and with one time only, which the library does
 * not check.
 */
@ApplicationScoped
public class StripeSignature {

  private static final long TOLERANCE_SECONDS = 300;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

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
    List<String> times =
        Arrays.stream(header.split(",", -1))
            .map(String::strip)
            .filter(part -> part.startsWith("t=") || part.equals("t"))
            .toList();
    // with two times the library might sign the one and we judge the age of the other
    if (times.size() != 1 || !recent(times.get(0).replaceFirst("^t=?", ""), now)) {
      return false;
    }
    return secrets().stream().anyMatch(secret -> signs(header, body, secret));
  }

  private static boolean recent(String seconds, Instant now) {
    return SECONDS.matcher(seconds).matches()
        && Math.abs(now.getEpochSecond() - Long.parseLong(seconds)) <= TOLERANCE_SECONDS;
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
