package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The pledges in the database. A row is locked after its listing's, never before. */
@ApplicationScoped
public class Pledges {

  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @Inject private Event<DomainEvent> events;

  /**
   * The pledge, not locked.
   *
   * @throws Refused {@link PledgeRefused.NotFound}
   */
  public Pledge get(PledgeId id) {
    return found(entities.find(Pledge.class, id.value()));
  }

  /**
   * The pledge with its row locked until the transaction ends, read anew: every use case that
   * changes a pledge takes it from here.
   *
   * @throws Refused {@link PledgeRefused.NotFound}
   */
  public Pledge lock(PledgeId id) {
    Pledge pledge = found(entities.find(Pledge.class, id.value()));
    entities.refresh(pledge, LockModeType.PESSIMISTIC_WRITE);
    try {
      // else the row would not be locked, nor what is written to it be rolled back with the rest
      Sql.demandTransaction(entities.unwrap(Connection.class));
    } catch (SQLException outside) {
      throw Sql.fault(outside);
    }
    return pledge;
  }

  /** Writes a new pledge. Plain SQL: placing is the most frequent of all transactions. */
  public void add(Pledge pledge) {
    sql.change(
        "INSERT INTO pledge (id, listing, investor, state, amount_minor, tip_minor, currency,"
            + " public_name, country, mandate, mandate_lang, mandate_hash, pay_secret, placed_at, reflecting_until, due_at,"
            + " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        pledge.id().value(),
        pledge.listing().value(),
        pledge.investor().value(),
        pledge.state(),
        pledge.amount().amountMinor(),
        pledge.tip().amountMinor(),
        pledge.amount().currency(),
        pledge.publicName(),
        pledge.country(),
        pledge.mandate(),
        pledge.mandateLang(),
        pledge.mandateHash(),
        pledge.paySecret(),
        pledge.placedAt(),
        pledge.reflectingUntil(),
        pledge.dueAt());
    settle(pledge);
  }

  /** Keeps a changed pledge, its movements, and fires what has happened, in this transaction. */
  public void save(Pledge pledge) {
    entities.flush();
    settle(pledge);
  }

  /** Tells again what is still to be done for a pledge, in this transaction. */
  public void announce(PledgeEvent event) {
    events.fire(event);
  }

  private void settle(Pledge pledge) {
    for (Pledge.Movement movement : pledge.takeMovements()) {
      sql.change(
          "INSERT INTO pledge_movement (id, listing, pledge, state, at, started_minor,"
              + " pledged_minor, firm_minor, collected_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          Ids.next(),
          pledge.listing().value(),
          pledge.id().value(),
          movement.state(),
          movement.at(),
          movement.started(),
          movement.pledged(),
          movement.firm(),
          movement.collected());
    }
    pledge.takeEvents().forEach(events::fire);
  }

  private static Pledge found(Pledge pledge) {
    if (pledge == null) {
      throw new Refused(new PledgeRefused.NotFound());
    }
    return pledge;
  }
}
