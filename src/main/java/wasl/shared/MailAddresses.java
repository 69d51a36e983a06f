package wasl.shared;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** The installation's own mail addresses. */
public final class MailAddresses {

  private static final String HOST = hostOf(PublicUrl.value());
  private static final String SENDER = setting("wasl.mail.from", "wasl@" + HOST);
  private static final String CONTACT = setting("wasl.contact.email", SENDER);

  private MailAddresses() {}

  /** Who sends all letters: {@code WASL_MAIL_FROM}, else {@code wasl@} and the host. */
  public static String sender() {
    return SENDER;
  }

  /** Where people write to, and a person reads: {@code WASL_CONTACT_EMAIL}, else the sender. */
  public static String contact() {
    return CONTACT;
  }

  /** The host in mail addresses and message ids: that of {@code WASL_PUBLIC_URL}. */
  public static String host() {
    return HOST;
  }

  /** A host that mail can go to; of an installation without a name, one that nobody has. */
  private static String hostOf(String url) {
    String host = URI.create(url).getHost();
    return host == null || !host.contains(".") || host.matches("[0-9.]+") ? "wasl.example" : host;
  }

  private static String setting(String name, String otherwise) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(otherwise);
  }
}
