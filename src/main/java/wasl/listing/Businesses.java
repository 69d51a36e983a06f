package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wasl.party.PartyId;
import wasl.shared.Refused;

/** The businesses in the database. */
@ApplicationScoped
public class Businesses {

  /** States in which a listing does not hold its business as it is. */
  private static final Set<ListingState> FREE =
      EnumSet.of(
          ListingState.DRAFT, ListingState.REJECTED, ListingState.LAPSED, ListingState.WITHDRAWN);

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

  /**
   * The business of a listing, locked to be changed through it.
   *
   * @throws Refused {@link ListingRefused.BusinessInUse} while another listing of the business is
   *     before reviewers or the public
   */
  Business lockFor(Listing listing) {
    Business business =
        entities.find(Business.class, listing.business().value(), LockModeType.PESSIMISTIC_WRITE);
    long others =
        entities
            .createQuery(
                "SELECT COUNT(l) FROM Listing l WHERE l.business = :business AND l.id <> :id"
                    + " AND l.state NOT IN :free",
                Long.class)
            .setParameter("business", listing.business())
            .setParameter("id", listing.id().value())
            .setParameter("free", FREE)
            .getSingleResult();
    if (others > 0) {
      throw new Refused(new ListingRefused.BusinessInUse());
    }
    return business;
  }

  /** The businesses of an owner, oldest first. */
  public List<Business> of(PartyId owner) {
    return entities
        .createQuery(
            "SELECT b FROM Business b WHERE b.owner = :owner ORDER BY b.id", Business.class)
        .setParameter("owner", owner)
        .setMaxResults(50)
        .getResultList();
  }

  /** Keeps a new business. */
  public void add(Business business) {
    entities.persist(business);
  }
}
