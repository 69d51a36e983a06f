package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import wasl.shared.Refused;

/** The businesses in the database. */
@ApplicationScoped
public class Businesses {

  @PersistenceContext private EntityManager entities;

  /**
   * The business.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public Business get(BusinessId id) {
    Business business = entities.find(Business.class, id.value());
    if (business == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return business;
  }

  /** Keeps a new business. */
  public void add(Business business) {
    entities.persist(business);
  }
}
