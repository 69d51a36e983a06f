package wasl.sandbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private static final String ARABIC =
      """
      From: Wasl <wasl@example.org>
      To: layla@example.org
      Subject: =?UTF-8?B?2KPZg9mR2K8g2KjYsdmK2K/Zgw==?=
      Date: Sun, 22 Nov 2026 10:00:00 +0000
      Content-Language: ar
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      أكّد بريدك: http://127.0.0.1:8080/ar/confirm?token=a-b_c&x=1.
      شكراً <b>لك</b>
      """;

  @TempDir Path folder;
  private Mailbox mailbox;

  @BeforeEach
  void start() {
    mailbox = Mailbox.start(folder, 0, 0);
  }

  @AfterEach
  void stop() {
    mailbox.close();
  }

  @Test
  void keepsAMailAndFindsItsLinks() throws Exception {
    send("Layla@example.org");

    var mail = mailbox.to("layla@example.org").get(0);

    assertThat(mail.subject()).isEqualTo("أكّد بريدك");
    assertThat(mail.language()).isEqualTo("ar");
    assertThat(mail.links()).containsExactly("http://127.0.0.1:8080/ar/confirm?token=a-b_c&x=1");
    assertThat(folder.toFile().list()).hasSize(1).allMatch(it -> it.endsWith(".eml"));
  }

  @Test
  void showsTheMailsOfOneRecipientWithoutTheirMarkup() throws Exception {
    send("layla@example.org");
    send("omar@example.org");

    assertThat(get("?to=omar%40example.org")).contains("أكّد بريدك").doesNotContain("<b>لك");
    var mail = mailbox.to("omar@example.org").get(0);
    assertThat(get("mail/" + mail.id()))
        .contains("href=\"http://127.0.0.1:8080/ar/confirm?token=a-b_c&amp;x=1\"")
        .contains("&lt;b&gt;");
    assertThat(get("messages?to=omar@example.org")).contains("\"to\": \"omar@example.org\"");
  }

  @Test
  void keepsMailsOverARestart() throws Exception {
    send("layla@example.org");
    mailbox.close();
    mailbox = Mailbox.start(folder, 0, 0);

    assertThat(mailbox.to("layla@example.org")).hasSize(1);
  }

  private void send(String recipient) throws Exception {
    var properties = new Properties();
    var smtp = URI.create(mailbox.smtpUrl());
    properties.put("mail.smtp.host", smtp.getHost());
    properties.put("mail.smtp.port", Integer.toString(smtp.getPort()));
    var session = Session.getInstance(properties);
    var bytes = ARABIC.getBytes(StandardCharsets.UTF_8);
    Transport.send(
        new MimeMessage(session, new ByteArrayInputStream(bytes)),
        new jakarta.mail.Address[] {new jakarta.mail.internet.InternetAddress(recipient)});
  }

  private String get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(mailbox.url() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
