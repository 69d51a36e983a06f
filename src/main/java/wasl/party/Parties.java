package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import wasl.shared.Refused;

/** The accounts. */
@ApplicationScoped
public class Parties {

  @PersistenceContext private EntityManager entities;

  /**
   * The account.
   *
   * @throws Refused {@link PartyRefused.UnknownParty}
   */
  public Party get(PartyId id) {
    return known(entities.find(Party.class, id.value()));
  }

  /** The account, locked until the transaction ends. */
  Party lock(PartyId id) {
    return known(entities.find(Party.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** The account with this address. */
  Optional<Party> byEmail(EmailAddress email) {
    return entities
        .createQuery("select p from Party p where p.email = :email", Party.class)
        .setParameter("email", email.value())
        .getResultStream()
        .findFirst();
  }

  void add(Party party) {
    entities.persist(party);
  }

  private static Party known(Party party) {
    if (party == null) {
      throw new Refused(new PartyRefused.UnknownParty());
    }
    return party;
  }
}
