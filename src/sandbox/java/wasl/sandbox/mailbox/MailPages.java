package wasl.sandbox.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The mailbox's two pages. */
final class MailPages {

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body { font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 52rem; margin: 0 auto;
        padding: 1.5rem; color: #1c2421; background: #fbfaf7 }
      a { color: #0b5c4a }
      ul { list-style: none; padding: 0 }
      li { padding: .6rem 0; border-block-end: 1px solid #ddd8cc }
      .text { white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; padding: 1.25rem;
        border: 1px solid #ddd8cc; border-radius: .5rem }
      .meta { color: #55605b; font-size: .9rem }
      nav a { margin-inline-end: 1rem }
      </style>
      </head>
      <body>
      %s
      </body>
      </html>
      """;

  /** A demo has thousands of mails; the older ones are found by their recipient. */
  private static final int NEWEST = 200;

  private MailPages() {}

  /** The newest of all mails, or of those to one recipient. */
  static String list(List<Mail> mails, String to) {
    var recipients =
        mails.stream()
            .map(Mail::to)
            .distinct()
            .sorted()
            .map(it -> "<a href=\"/?to=%s\">%s</a>".formatted(encoded(it), escaped(it)))
            .collect(Collectors.joining("\n"));
    var shown =
        mails.stream()
            .filter(it -> to.isEmpty() || it.to().equalsIgnoreCase(to))
            .limit(NEWEST)
            .map(MailPages::row)
            .collect(Collectors.joining("\n"));
    return FRAME.formatted(
        "Mailbox",
        "<h1>Mailbox</h1>\n<nav aria-label=\"Recipients\"><a href=\"/\">all</a>\n"
            + "<details><summary>to one of them</summary>\n"
            + recipients
            + "</details></nav>\n"
            + (shown.isEmpty() ? "<p>No mail yet.</p>" : "<ul>\n" + shown + "\n</ul>"));
  }

  private static String row(Mail mail) {
    return "<li><a href=\"/mail/%s\" dir=\"auto\"><bdi>%s</bdi></a><br><span class=\"meta\">%s · %s</span></li>"
        .formatted(mail.id(), subject(mail), escaped(mail.to()), escaped(mail.date()));
  }

  private static String subject(Mail mail) {
    return mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject());
  }

  /** One mail with its links to click. */
  static String one(Mail mail) {
    var html =
        mail.html().isEmpty()
            ? ""
            : "<p><a href=\"/html/" + mail.id() + "\">Show it as the recipient sees it</a></p>";
    return FRAME.formatted(
        subject(mail),
        """
        <p><a href="/?to=%s">Mails to %s</a></p>
        <h1 dir="auto">%s</h1>
        <p class="meta">%s → %s · %s</p>
        %s
        <div class="text" dir="auto"%s>%s</div>
        """
            .formatted(
                encoded(mail.to()),
                escaped(mail.to()),
                subject(mail),
                escaped(mail.from()),
                escaped(mail.to()),
                escaped(mail.date()),
                html,
                mail.language().isEmpty() ? "" : " lang=\"" + escaped(mail.language()) + "\"",
                linked(mail.text())));
  }

  private static String linked(String text) {
    var out = new StringBuilder();
    var links = Mail.LINK.matcher(text);
    int at = 0;
    while (links.find()) {
      out.append(escaped(text.substring(at, links.start())));
      var link = escaped(links.group());
      out.append("<a dir=\"ltr\" href=\"").append(link).append("\">").append(link).append("</a>");
      at = links.end();
    }
    return out.append(escaped(text.substring(at))).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
