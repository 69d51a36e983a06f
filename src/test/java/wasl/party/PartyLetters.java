package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What would go out by mail, once its transaction has been committed. */
@ApplicationScoped
public class PartyLetters {

  private final List<PartyEvent> all = new CopyOnWriteArrayList<>();

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) PartyEvent event) {
    all.add(event);
  }

  /** The letters of a kind to an address, the latest last. */
  <E extends PartyEvent> List<E> to(EmailAddress email, Class<E> kind) {
    List<E> letters = new ArrayList<>();
    for (PartyEvent event : all) {
      if (kind.isInstance(event) && event.toString().contains("email=" + email)) {
        letters.add(kind.cast(event));
      }
    }
    return letters;
  }
}
