package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import wasl.outbox.Outbox;
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
  @Inject private Outbox outbox;

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

  /**
   * The rows of a new pledge, its movement and what is to be done for it, for whoever writes them
   * in one transaction. Plain SQL: placing is the most frequent of all transactions.
   */
  List<Sql.Change> rows(Pledge placed) {
    List<Sql.Change> rows = new ArrayList<>();
    rows.add(row(placed));
    placed.takeMovements().forEach(movement -> rows.add(row(placed, movement)));
    placed.takeEvents().forEach(event -> rows.addAll(outbox.rows(event)));
    return rows;
  }

  private static Sql.Change row(Pledge pledge) {
    return new Sql.Change(
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
  }

  private static Sql.Change row(Pledge pledge, Pledge.Movement movement) {
    return new Sql.Change(
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

  /** Keeps a changed pledge, its movements, and fires what has happened, in this transaction. */
  public void save(Pledge pledge) {
    entities.flush();
    pledge.takeMovements().forEach(movement -> sql.make(row(pledge, movement)));
    pledge.takeEvents().forEach(events::fire);
  }

  /** Tells again what is still to be done for a pledge, in this transaction. */
  public void announce(PledgeEvent event) {
    events.fire(event);
  }

  private static Pledge found(Pledge pledge) {
    if (pledge == null) {
      throw new Refused(new PledgeRefused.NotFound());
    }
    return pledge;
  }
}
