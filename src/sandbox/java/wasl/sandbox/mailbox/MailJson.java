package wasl.sandbox.mailbox;

import java.util.List;
import java.util.stream.Collectors;

/** The mails for programs: {@code GET /messages?to=someone@example.org}. */
final class MailJson {

  private MailJson() {}

  static String of(List<Mail> mails) {
    return mails.stream().map(MailJson::of).collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static String of(Mail mail) {
    return "{\"id\": %s, \"to\": %s, \"from\": %s, \"date\": %s, \"language\": %s, \"subject\": %s, \"text\": %s, \"links\": [%s]}"
        .formatted(
            quoted(mail.id()),
            quoted(mail.to()),
            quoted(mail.from()),
            quoted(mail.date()),
            quoted(mail.language()),
            quoted(mail.subject()),
            quoted(mail.text()),
            mail.links().stream().map(MailJson::quoted).collect(Collectors.joining(", ")));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
