package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.function.Function;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * Delivers letters: first the notice in the application, then the mail if it is wanted. What was
 * done is skipped when the message is repeated; a mail server that is down costs no notice.
 */
@ApplicationScoped
public class Delivery {
  @Inject private Notices notices;
  @Inject private KeepNotice keepNotice;
  @Inject private MarkMailSent markMailSent;
  @Inject private MailServer server;

  void deliver(long messageId, List<Letter> letters) throws MessagingException {
    for (Letter letter : letters) {
      if (letter.inside()) {
        keepNotice.handle(new KeepNotice.Command(Actor.SYSTEM, messageId, letter));
      }
    }
    for (Letter letter : letters) {
      String address = letter.to().email();
      if (wanted(letter) && !notices.sent(messageId, address)) {
        server.send(messageId, letter);
        markMailSent.handle(new MarkMailSent.Command(Actor.SYSTEM, messageId, address));
      }
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
