package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps secrets at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a fresh 96-bit
 * nonce. What was sealed with {@code WASL_SECRET_KEY_OLD} can still be opened, new seals are made
 * with {@code WASL_SECRET_KEY}.
 */
@ApplicationScoped
public class Seal {

  private static final String MARK = "sealed:1:";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final List<SecretKeySpec> keys;

  @Inject
  Seal(
      @ConfigProperty(name = "wasl.secret.key") String key,
      @ConfigProperty(name = "wasl.secret.key.old") Optional<String> old) {
    keys = Stream.concat(Stream.of(key), old.stream()).map(Seal::derived).toList();
  }

  /** For the container's proxy only. */
  protected Seal() {
    keys = List.of();
  }

  /** The text, sealed. */
  public String close(String text) {
    return MARK + Base64.getEncoder().encodeToString(closed(text));
  }

  /**
   * The text sealed for an address, in letters, digits, hyphens and underscores: whoever holds it
   * can neither read nor change it. Say in the text what it is for.
   */
  public String token(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(closed(text));
  }

  /** The text behind such a token; nothing for what we did not seal. */
  public Optional<String> opened(String token) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      return all.length <= NONCE ? Optional.empty() : opened(all);
    } catch (IllegalArgumentException noToken) {
      return Optional.empty();
    }
  }

  private byte[] closed(String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE + closed.length);
      System.arraycopy(closed, 0, all, NONCE, closed.length);
      return all;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The text behind a seal; what was never sealed comes back as it is.
   *
   * @throws IllegalStateException if neither key opens it, or somebody changed it
   */
  public String open(String kept) {
    if (!kept.startsWith(MARK)) {
      return kept;
    }
    return opened(Base64.getDecoder().decode(kept.substring(MARK.length())))
        .orElseThrow(
            () ->
                new IllegalStateException("sealed with another WASL_SECRET_KEY, or changed since"));
  }

  private Optional<String> opened(byte[] all) {
    for (SecretKeySpec key : keys) {
      try {
        byte[] text =
            cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE))
                .doFinal(all, NONCE, all.length - NONCE);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
      } catch (GeneralSecurityException otherKey) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /** A key for this purpose alone, so that the setting may serve others too. */
  private static SecretKeySpec derived(String setting) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(setting.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal("wasl seal 1".getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
