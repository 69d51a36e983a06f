package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import java.util.function.Function;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * Delivers letters: first the notices in the application, then the mails that are wanted. What was
 * done is skipped when the message is repeated; a mail server that is down costs no notice.
 */
@ApplicationScoped
public class Delivery {
  @Inject private Notices notices;
  @Inject private KeepNotices keepNotices;
  @Inject private MarkMailSent markMailSent;
  @Inject private MailPace pace;
  @Inject private MailServer server;

  void deliver(long messageId, List<Letter> letters) throws MessagingException {
    List<Letter> inside = letters.stream().filter(Letter::inside).toList();
    if (!inside.isEmpty()) {
      keepNotices.handle(new KeepNotices.Command(Actor.SYSTEM, messageId, inside));
    }
    List<Letter> mails = letters.stream().filter(this::wanted).toList();
    MessagingException refused = null;
    for (int i = 0; i < mails.size(); i++) {
      try {
        send(messageId, mails.get(i), refused == null && i == mails.size() - 1);
      } catch (SendFailedException | AddressException noSuchAddress) {
        // one reader who cannot be reached must not cost the others their letter
        refused = noSuchAddress;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /** With the last mail the whole message is done: it needs no mark of its own. */
  private void send(long messageId, Letter mail, boolean last) throws MessagingException {
    String address = mail.to().email();
    if (notices.sent(messageId, address)) {
      return;
    }
    pace.take();
    server.send(messageId, mail);
    if (!last) {
      markMailSent.handle(new MarkMailSent.Command(Actor.SYSTEM, messageId, address));
    }
  }

  private boolean wanted(Letter letter) {
    return letter.to().party() == null
        || !letter.kind().switchable()
        || !notices.off(letter.to().party()).contains(letter.kind());
  }

  /**
   * A handler of the mail lane.
   *
   * @param name stable for ever
   * @param write the letters for an event; none where nobody is to be told
   */
  <E extends DomainEvent> Handler<E> handler(
      String name, Class<E> type, Function<E, List<Letter>> write) {
    return new Letters<>(name, type, write, this);
  }

  private record Letters<E extends DomainEvent>(
      String name, Class<E> type, Function<E, List<Letter>> write, Delivery delivery)
      implements Handler<E> {
    @Override
    public Lane lane() {
      return Lane.MAIL;
    }

    @Override
    public void handle(long messageId, E event) throws MessagingException {
      delivery.deliver(messageId, write.apply(event));
    }
  }
}
