package wasl.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import wasl.shared.Ids;
import wasl.shared.MailAddresses;
import wasl.shared.PublicUrl;
import wasl.shared.Texts;

/**
 * Hands mails to the mail server of {@code WASL_SMTP_URL}: {@code smtp://user:password@host:587} or
 * {@code smtps://…}. An {@code smtp} address without a user is spoken to as it is (the demo's
 * mailbox, a relay on the same machine); with one, TLS is required before the password is said.
 */
@ApplicationScoped
public class MailServer {
  private static final String TIMEOUT_MILLIS = "15000";

  @Inject
  @ConfigProperty(name = "wasl.smtp.url")
  private Optional<String> url;

  @Inject private StopLinks stopLinks;
  @Inject private Clock clock;

  private Session session;
  private MailConnections connections;

  @PostConstruct
  void open() {
    session = url.map(address -> session(URI.create(address))).orElse(null);
    connections = new MailConnections(session);
  }

  @PreDestroy
  void close() {
    connections.close();
  }

  /**
   * Hands one mail over.
   *
   * @param messageId names the mail, the same at each repetition
   * @throws MessagingException where the mail server does not take it; to be tried again
   */
  void send(long messageId, Letter letter) throws MessagingException {
    if (session == null) {
      throw new MessagingException("WASL_SMTP_URL is not set");
    }
    connections.send(() -> mail(messageId, letter));
  }

  private MimeMessage mail(long messageId, Letter letter) throws MessagingException {
    String stop =
        stopLinks
            .path(letter)
            .map(path -> PublicUrl.value() + "/" + letter.to().lang().code() + path)
            .orElse(null);
    MailText text = new MailText(letter, PublicUrl.value(), stop);
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(text.plain(), "text/plain; charset=UTF-8"));
    both.addBodyPart(part(text.html(), "text/html; charset=UTF-8"));
    String name = Ids.text(messageId) + "." + letter.kind() + "@" + MailAddresses.host();
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
          }
        };
    mail.setFrom(sender(letter));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().email(), true));
    mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Content-Language", letter.to().lang().code());
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (stop != null) {
      // RFC 2369 and RFC 8058: the mail program's own button stops such mails with one click.
      mail.setHeader("List-Unsubscribe", "<" + stop + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setContent(both);
    return mail;
  }

  private InternetAddress sender(Letter letter) throws MessagingException {
    try {
      return new InternetAddress(
          MailAddresses.sender(),
          Texts.in(letter.to().lang()).get("shared.name"),
          StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MimeBodyPart part(String content, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content, type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static Session session(URI address) {
    boolean secure = "smtps".equals(address.getScheme());
    String protocol = secure ? "smtps" : "smtp";
    Properties settings = new Properties();
    settings.put("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    settings.put(prefix + "host", address.getHost());
    int port = address.getPort();
    settings.put(prefix + "port", String.valueOf(port > 0 ? port : secure ? 465 : 25));
    settings.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    settings.put(prefix + "timeout", TIMEOUT_MILLIS);
    settings.put(prefix + "writetimeout", TIMEOUT_MILLIS);
    settings.put(prefix + "ssl.checkserveridentity", "true");
    settings.put("mail.mime.charset", StandardCharsets.UTF_8.name());
    String[] user =
        address.getRawUserInfo() == null ? null : address.getRawUserInfo().split(":", 2);
    if (user == null) {
      return Session.getInstance(settings);
    }
    settings.put(prefix + "auth", "true");
    settings.put(prefix + "starttls.required", String.valueOf(!secure));
    settings.put(prefix + "starttls.enable", "true");
    PasswordAuthentication known =
        new PasswordAuthentication(decoded(user[0]), user.length > 1 ? decoded(user[1]) : "");
    return Session.getInstance(
        settings,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return known;
          }
        });
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
