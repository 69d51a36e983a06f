package wasl.party;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.shared.Refused;
import wasl.shared.Secrets;

/**
 * Hashes passwords by Argon2id (RFC 9106) with the least parameters that OWASP recommends: 19 MiB,
 * two passes, one lane. {@code wasl.password.memory} (KiB) and {@code wasl.password.passes} change
 * them; an older hash is made anew at the next sign-in. Only a few are made at once, so that a
 * flood of sign-ins can exhaust neither memory nor processors.
 */
@ApplicationScoped
public class Passwords {

  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int PATIENCE_SECONDS = 10;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private Argon2Function function;
  private String nobodys;

  @PostConstruct
  void prepare() {
    function =
        Argon2Function.getInstance(
            number("wasl.password.memory", 19_456),
            number("wasl.password.passes", 2),
            1,
            32,
            Argon2.ID);
    nobodys = hash(Secrets.token());
  }

  /** The hash to keep. */
  String hash(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(function).getResult());
  }

  /** Whether this is the password behind the hash. */
  boolean matches(String password, String hash) {
    return inTurn(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Takes as long as a check, so that nobody learns whether there is an account. */
  void pretend(String password) {
    matches(password, nobodys);
  }

  /** Whether the hash was made with other parameters than today's. */
  boolean outdated(String hash) {
    return !function.equals(Argon2Function.getInstanceFromHash(hash));
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refused(new PartyRefused.Busy());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(new PartyRefused.Busy());
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static int number(String key, int otherwise) {
    return ConfigProvider.getConfig().getOptionalValue(key, Integer.class).orElse(otherwise);
  }
}
