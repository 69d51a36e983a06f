package wasl.sandbox.stripe;

import java.nio.file.Path;

/**
 * How the sandbox is started.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param dataFolder where the journal lies; {@code null} keeps everything in memory only
 * @param apiKey the only key that is let in, such as {@code sk_test_wasl}
 * @param webhookUrl where events go; {@code null} until told by {@code POST /_sandbox/webhook}
 * @param webhookSecret signs events; several, separated by commas, give a signature each
 * @param publicUrl the sandbox's own address in a browser, without a slash at the end; {@code null}
 *     for {@code http://127.0.0.1:port}
 */
public record StripeSandboxSettings(
    int port,
    Path dataFolder,
    String apiKey,
    String webhookUrl,
    String webhookSecret,
    String publicUrl) {

  /** In memory, on a free port, without a webhook endpoint. */
  public static StripeSandboxSettings inMemory(String apiKey) {
    return new StripeSandboxSettings(0, null, apiKey, null, null, null);
  }

  public StripeSandboxSettings onPort(int number) {
    return new StripeSandboxSettings(
        number, dataFolder, apiKey, webhookUrl, webhookSecret, publicUrl);
  }

  public StripeSandboxSettings keptIn(Path folder) {
    return new StripeSandboxSettings(port, folder, apiKey, webhookUrl, webhookSecret, publicUrl);
  }

  public StripeSandboxSettings telling(String url, String secret) {
    return new StripeSandboxSettings(port, dataFolder, apiKey, url, secret, publicUrl);
  }

  public StripeSandboxSettings seenAt(String url) {
    return new StripeSandboxSettings(port, dataFolder, apiKey, webhookUrl, webhookSecret, url);
  }

  @Override
  public String toString() {
    return "Stripe sandbox on port " + port + (dataFolder == null ? "" : " kept in " + dataFolder);
  }
}
