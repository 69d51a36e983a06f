package wasl.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections to the mail server, kept open from one mail to the next: in a queue of mails, saying
 * hello costs more than a mail does. One that was not used for some seconds is opened anew, since
 * mail servers hang up on the silent.
 */
final class MailConnections {

  private static final long KEPT_NANOS = 10_000_000_000L;

  private final Session session;
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final ClassLoader services =
      new ServicesFoundOnce(MailConnections.class.getClassLoader());

  private record Idle(Transport transport, long since) {
    boolean usable() {
      return System.nanoTime() - since < KEPT_NANOS && transport.isConnected();
    }
  }

  /** Writes a mail. */
  @FunctionalInterface
  interface Writing {
    MimeMessage mail() throws MessagingException;
  }

  MailConnections(Session session) {
    this.session = session;
  }

  /**
   * Writes a mail and sends it on an open connection, or on a new one.
   *
   * @throws MessagingException where the mail server does not take it
   */
  void send(Writing writing) throws MessagingException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(services);
    try {
      MimeMessage mail = writing.mail();
      mail.saveChanges();
      Transport transport = open();
      boolean sent = false;
      try {
        transport.sendMessage(mail, mail.getAllRecipients());
        sent = true;
      } finally {
        if (sent) {
          idle.push(new Idle(transport, System.nanoTime()));
        } else {
          close(transport);
        }
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Transport open() throws MessagingException {
    for (Idle next = idle.poll(); next != null; next = idle.poll()) {
      if (next.usable()) {
        return next.transport();
      }
      close(next.transport());
    }
    Transport transport = session.getTransport();
    transport.connect();
    return transport;
  }

  /** Hangs up. */
  void close() {
    for (Idle next = idle.poll(); next != null; next = idle.poll()) {
      close(next.transport());
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // it was gone before
    }
  }
}
