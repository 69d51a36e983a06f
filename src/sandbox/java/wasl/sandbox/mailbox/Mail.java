package wasl.sandbox.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail as it arrived.
 *
 * @param id the name of its file, which sorts by arrival
 * @param to who it was delivered to, in small letters
 * @param date its own date, which follows the demo's clock
 * @param language its {@code Content-Language}, or an empty text
 * @param text its plain text
 * @param html its HTML, or an empty text
 * @param stop what its {@code List-Unsubscribe} names, for one click (RFC 8058), or an empty text
 */
public record Mail(
    String id,
    String to,
    String from,
    String date,
    String language,
    String subject,
    String text,
    String html,
    String stop) {

  static final String DELIVERED_TO = "X-Mailbox-Delivered-To";
  static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')\\]]+[^\\s<>\"')\\].,;:!?]");

  static Mail parse(String id, byte[] message) throws IOException {
    try {
      var parsed =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
      return new Mail(
          id,
          header(parsed, DELIVERED_TO),
          parsed.getFrom() == null ? "" : parsed.getFrom()[0].toString(),
          header(parsed, "Date"),
          header(parsed, "Content-Language"),
          Objects.requireNonNullElse(parsed.getSubject(), ""),
          part(parsed, "text/plain"),
          part(parsed, "text/html"),
          stop(parsed));
    } catch (MessagingException e) {
      throw new IOException("not a mail: " + id, e);
    }
  }

  private static String stop(MimeMessage message) throws MessagingException {
    return header(message, "List-Unsubscribe-Post").equals("List-Unsubscribe=One-Click")
        ? header(message, "List-Unsubscribe").replaceAll("[<>]", "")
        : "";
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    return Objects.requireNonNullElse(message.getHeader(name, ", "), "");
  }

  /** The first part of that type anywhere inside. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.isMimeType("multipart/*")) {
      var parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        var found = part(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** Every address in its text, in order; of its HTML only where it has no text. */
  public List<String> links() {
    return LINK.matcher(text.isEmpty() ? html.replace("&amp;", "&") : text)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
