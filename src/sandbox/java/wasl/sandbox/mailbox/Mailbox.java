package wasl.sandbox.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes every mail for whomever by SMTP, keeps it, and shows all of them on a page of this machine.
 * Nothing leaves it.
 */
public final class Mailbox implements AutoCloseable {

  private final MailFolder folder;
  private final SMTPServer smtp;
  private final HttpServer web;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, Mailbox::daemon);

  private Mailbox(MailFolder folder, int smtpPort, int webPort) throws IOException {
    this.folder = folder;
    var here = InetAddress.getLoopbackAddress();
    smtp =
        SMTPServer.port(smtpPort)
            .bindAddress(here)
            .hostName("localhost")
            .simpleMessageListener(new Keeper())
            .maxMessageSize(50_000_000)
            .build();
    // read once a process, by whichever server comes first: the gateway's sandbox wants it too
    System.setProperty("sun.net.httpserver.nodelay", "true");
    web = HttpServer.create(new InetSocketAddress(here, webPort), 0);
    web.setExecutor(threads);
    web.createContext("/", this::answer);
  }

  /** Starts it on two ports of the loopback address. */
  public static Mailbox start(Path folder, int smtpPort, int webPort) {
    try {
      var mailbox = new Mailbox(new MailFolder(folder, Clock.systemUTC()), smtpPort, webPort);
      mailbox.smtp.start();
      mailbox.web.start();
      return mailbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "mailbox");
    thread.setDaemon(true);
    return thread;
  }

  /** Its page. */
  public String url() {
    return "http://127.0.0.1:" + web.getAddress().getPort() + "/";
  }

  /** Where to deliver: {@code smtp://127.0.0.1:port}. */
  public String smtpUrl() {
    return "smtp://127.0.0.1:" + smtp.getPortAllocated();
  }

  /** The mails of one recipient, the newest first. */
  public List<Mail> to(String recipient) {
    return folder.to(recipient);
  }

  @Override
  public void close() {
    web.stop(0);
    smtp.stop();
    threads.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var query = exchange.getRequestURI().getRawQuery();
    var to =
        query != null && query.startsWith("to=")
            ? URLDecoder.decode(query.substring(3), StandardCharsets.UTF_8)
            : "";
    if (path.equals("/")) {
      var mails = folder.all();
      send(exchange, 200, "text/html", MailPages.list(mails, to));
    } else if (path.equals("/messages")) {
      var mails = to.isEmpty() ? folder.all() : folder.to(to);
      send(exchange, 200, "application/json", MailJson.of(mails));
    } else {
      var mail = folder.find(path.replaceFirst("^/(mail|html)/", ""));
      if (mail.isEmpty()) {
        send(exchange, 404, "text/plain", "There is no such mail.\n");
      } else if (path.startsWith("/html/")) {
        // as the recipient's mail program would show it, without any rights
        exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-popups");
        send(exchange, 200, "text/html", mail.get().html());
      } else {
        send(exchange, 200, "text/html", MailPages.one(mail.get()));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private final class Keeper implements SimpleMessageListener {
    @Override
    public boolean accept(String from, String recipient) {
      return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
      folder.keep(recipient, data.readAllBytes());
    }
  }
}
