package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.ledger.LedgerPromise;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/**
 * Every collected pledge was charged, every charge belongs to a pledge that was collected or goes
 * back, no pledge is paid twice, and every charge has its one journal.
 */
@ApplicationScoped
public class PledgesFollowCharges implements LedgerPromise {

  private static final String COLLECTED =
      "('COLLECTED', 'REFUNDING', 'REFUNDED', 'DISPUTED', 'CHARGED_BACK')";

  private static final String NOT_CHARGED =
      "SELECT p.id FROM pledge p WHERE p.state IN "
          + COLLECTED
          + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
          + " WHERE a.pledge = p.id AND a.state = 'PAID') LIMIT 1";

  /** Money that nobody waits for is booked too, and has its refund. */
  private static final String NOT_COLLECTED =
      "SELECT a.pledge FROM payment_attempt a LEFT JOIN pledge p ON p.id = a.pledge"
          + " WHERE a.state = 'PAID' AND (p.id IS NULL OR p.state NOT IN "
          + COLLECTED
          + ") AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.attempt = a.id) LIMIT 1";

  private static final String PAID_TWICE =
      "SELECT a.pledge FROM payment_attempt a WHERE a.state = 'PAID'"
          + " AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.attempt = a.id)"
          + " GROUP BY a.pledge HAVING COUNT(*) > 1 LIMIT 1";

  private static final String NOT_BOOKED =
      "SELECT a.pledge FROM payment_attempt a WHERE a.state = 'PAID' AND 1 <>"
          + " (SELECT COUNT(*) FROM ledger_journal j WHERE j.pledge = a.pledge"
          + " AND j.type = 'PLEDGE_COLLECTED' AND j.reference = a.charge) LIMIT 1";

  private static final String BOOKED_WITHOUT_CHARGE =
      "SELECT j.pledge FROM ledger_journal j JOIN listing l ON l.id = j.listing"
          + " WHERE j.type = 'PLEDGE_COLLECTED' AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
          + " WHERE a.pledge = j.pledge AND a.charge = j.reference AND a.state = 'PAID') LIMIT 1";

  @Inject private Sql sql;

  @Override
  public String name() {
    return "pledges-follow-charges";
  }

  @Override
  public Optional<String> fault() {
    return first(NOT_CHARGED, "counts as collected and was not charged")
        .or(() -> first(NOT_COLLECTED, "was charged, is not collected and gets nothing back"))
        .or(() -> first(PAID_TWICE, "was paid twice"))
        .or(() -> first(NOT_BOOKED, "was charged without its one journal"))
        .or(() -> first(BOOKED_WITHOUT_CHARGE, "has a journal without a charge"));
  }

  private Optional<String> first(String query, String fault) {
    return sql.one(query, row -> "pledge " + new PledgeId(row.getLong(1)) + " " + fault);
  }
}
