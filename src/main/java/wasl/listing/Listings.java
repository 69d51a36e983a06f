package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Permission;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The listings in the database. */
@ApplicationScoped
public class Listings {

  /**
   * So many drafts one person has at most: far more than anybody writes, too few to fill a disk.
   */
  static final int MOST_DRAFTS = 20;

  @PersistenceContext private EntityManager entities;
  @Inject private Event<DomainEvent> events;
  @Inject private Sql sql;

  /**
   * The listing, not locked.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public Listing get(ListingId id) {
    return found(entities.find(Listing.class, id.value()));
  }

  /** The listing, if there is one. */
  Optional<Listing> find(ListingId id) {
    return Optional.ofNullable(entities.find(Listing.class, id.value()));
  }

  /**
   * The listing with its row locked until the transaction ends, read anew: every use case that
   * changes a listing takes it from here.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public Listing lock(ListingId id) {
    Listing listing = found(entities.find(Listing.class, id.value()));
    entities.refresh(listing, LockModeType.PESSIMISTIC_WRITE);
    return listing;
  }

  /**
   * The owner's listing, not locked; somebody else's is not found.
   *
   * @throws Refused {@link ListingRefused.NotFound}, {@link wasl.party.AccessRefused}
   */
  public Listing getOwn(Actor by, ListingId id) {
    by.require(Permission.EDIT_OWN_LISTING);
    return owned(by, get(id));
  }

  /** The same, locked. */
  public Listing lockOwn(Actor by, ListingId id) {
    by.require(Permission.EDIT_OWN_LISTING);
    return owned(by, lock(id));
  }

  /** Keeps a new or changed listing and fires what has happened to it, in this transaction. */
  public void save(Listing listing) {
    if (!entities.contains(listing)) {
      entities.persist(listing);
    }
    entities.flush();
    listing.takeEvents().forEach(events::fire);
  }

  /**
   * Refuses one more draft to whoever has many. The owner's first business is locked meanwhile, so
   * that of several begun at once the last ones see the others.
   *
   * @throws Refused {@link ListingRefused.TooManyDrafts}
   */
  void refuseWhenManyDrafts(PartyId owner) {
    long first =
        sql.number("SELECT MIN(id) FROM listing_business WHERE owner_id = ?", owner.value());
    sql.number("SELECT COUNT(*) FROM listing_business WHERE id = ? FOR UPDATE", first);
    long drafts =
        sql.number(
            "SELECT COUNT(*) FROM listing WHERE owner_id = ? AND state = ?",
            owner.value(),
            ListingState.DRAFT);
    if (drafts >= MOST_DRAFTS) {
      throw new Refused(new ListingRefused.TooManyDrafts(MOST_DRAFTS));
    }
  }

  private static Listing owned(Actor by, Listing listing) {
    return listing.owner().equals(by.party()) ? listing : found(null);
  }

  private static Listing found(Listing listing) {
    if (listing == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return listing;
  }
}
