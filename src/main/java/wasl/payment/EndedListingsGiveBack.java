package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.ledger.LedgerPromise;
import wasl.listing.ListingId;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/**
 * No pledge of a listing that failed, was stopped or withdrawn is left behind once the runs that
 * lead them on are over: what was not charged was let go, and what was collected went back or waits
 * for an officer, since the gateway gave it back in vain. Of a listing that was stopped only what
 * lies on its escrow goes back. A pledge that waits for its card ends by itself within a day.
 */
@ApplicationScoped
public class EndedListingsGiveBack implements LedgerPromise {

  private static final String OVER =
      " l.state IN ('UNFUNDED', 'STOPPED', 'WITHDRAWN')"
          + " AND NOT EXISTS (SELECT 1 FROM pledge_run u"
          + " WHERE u.listing = l.id AND u.done_at IS NULL)"
          + " AND NOT EXISTS (SELECT 1 FROM payment_refund_run u"
          + " WHERE u.listing = l.id AND u.done_at IS NULL)";

  /** An attempt that is unclear settles by itself, and a success goes back then. */
  private static final String NOT_CHARGED =
      "p.state IN ('REFLECTING', 'FIRM', 'REPAIR') OR p.state = 'CHARGING'"
          + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
          + " WHERE a.pledge = p.id AND a.settled_at IS NULL)";

  /** What of a charge was neither given back nor lost in disputes. */
  private static final String LEFT =
      "a.amount_minor + a.tip_minor"
          + " - (SELECT COALESCE(SUM(r.amount_minor + r.tip_minor), 0) FROM payment_refund r"
          + " WHERE r.attempt = a.id AND r.retry_of IS NULL"
          + " AND (r.state <> 'FAILED' OR r.gateway_refund IS NOT NULL))"
          + " - (SELECT COALESCE(SUM(d.lost_minor + d.lost_tip_minor), 0) FROM payment_dispute d"
          + " WHERE d.attempt = a.id)";

  /** What of a charge was not taken out of the listing's escrow. */
  private static final String LYING =
      "a.amount_minor - (SELECT COALESCE(SUM(r.escrow_minor), 0) FROM payment_refund r"
          + " WHERE r.attempt = a.id) - (SELECT COALESCE(SUM(d.escrow_minor), 0)"
          + " FROM payment_dispute d WHERE d.attempt = a.id)";

  /** Shares are rounded down: too little lies there for one where this is less than a cent. */
  private static final String SHARE =
      "(SELECT COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)), 0)"
          + " FROM ledger_account c JOIN ledger_entry e ON e.account = c.id"
          + " WHERE c.kind = 'LISTING_ESCROW' AND c.owner = l.id) * ("
          + LYING
          + ") / (SELECT SUM(s.amount_minor) FROM payment_attempt s"
          + " WHERE s.listing = l.id AND s.state = 'PAID')";

  private static final String COLLECTED =
      "p.state = 'COLLECTED' AND NOT EXISTS (SELECT 1 FROM payment_refund r"
          + " WHERE r.pledge = p.id AND r.state = 'FAILED' AND r.resolved IS NULL"
          + " AND r.whole AND r.reason <> 'DUPLICATE')"
          + " AND EXISTS (SELECT 1 FROM payment_attempt a WHERE a.pledge = p.id"
          + " AND a.state = 'PAID' AND NOT EXISTS (SELECT 1 FROM payment_refund o"
          + " WHERE o.attempt = a.id AND o.reason = 'DUPLICATE') AND "
          + LEFT
          + " > 0 AND (l.state <> 'STOPPED' OR "
          + SHARE
          + " >= 1))";

  @Inject private Sql sql;

  @Override
  public String name() {
    return "ended-listings-give-back";
  }

  @Override
  public Optional<String> fault() {
    return sql.one(
        "SELECT p.id, p.state, l.id, l.state FROM listing l JOIN pledge p ON p.listing = l.id"
            + " AND p.state IN ('REFLECTING', 'FIRM', 'REPAIR', 'CHARGING', 'COLLECTED') WHERE"
            + OVER
            + " AND ("
            + NOT_CHARGED
            + " OR "
            + COLLECTED
            + ") LIMIT 1",
        row ->
            "pledge %s is %s though its listing %s is %s and nothing leads it on"
                .formatted(
                    new PledgeId(row.getLong(1)),
                    row.getString(2),
                    new ListingId(row.getLong(3)),
                    row.getString(4)));
  }
}
