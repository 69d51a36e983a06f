package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import wasl.shared.Refused;

/** The conditions attached to listings. */
@ApplicationScoped
public class Conditions {

  @PersistenceContext private EntityManager entities;

  /** Attaches conditions to an approval. */
  public void add(List<ListingCondition> conditions) {
    conditions.forEach(entities::persist);
  }

  /**
   * A condition, locked.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public ListingCondition lock(long id) {
    ListingCondition condition =
        entities.find(ListingCondition.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (condition == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return condition;
  }

  /** All conditions of a listing, preconditions first. */
  public List<ListingCondition> of(ListingId listing) {
    return entities
        .createQuery(
            "SELECT c FROM ListingCondition c WHERE c.listing = :listing"
                + " ORDER BY c.precondition DESC, c.id",
            ListingCondition.class)
        .setParameter("listing", listing)
        .getResultList();
  }

  /** How many preconditions the lead has not confirmed yet. */
  public long openPreconditions(ListingId listing) {
    return of(listing).stream()
        .filter(condition -> condition.precondition() && condition.confirmedAt() == null)
        .count();
  }
}
