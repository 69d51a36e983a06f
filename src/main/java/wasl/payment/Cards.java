package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Lang;
import wasl.shared.Sql;

/**
 * Customers, visits and saved cards in the database. What is kept right after a call to the gateway
 * is a single statement and needs no transaction of its own.
 */
@ApplicationScoped
public class Cards {

  @Inject private Sql sql;

  /**
   * A visit to the gateway's page that is not known to have ended.
   *
   * @param lang in which the investor went there and comes back; null where it was not kept
   */
  record Visit(String session, PledgeId pledge, String url, Lang lang, Instant expiresAt) {}

  /** A card that is saved for a pledge. */
  public record Saved(
      String paymentMethod, PledgeId pledge, String customer, String brand, String last4) {

    /** The brand as it writes itself; the gateway's word for one that is not known here. */
    public String brandName() {
      return switch (brand) {
        case "visa" -> "Visa";
        case "mastercard" -> "Mastercard";
        case "amex" -> "American Express";
        case "discover" -> "Discover";
        case "diners" -> "Diners Club";
        case "jcb" -> "JCB";
        case "unionpay" -> "UnionPay";
        default -> brand;
      };
    }
  }

  Optional<String> customer(PartyId party) {
    return sql.one(
        "SELECT customer FROM payment_customer WHERE party = ?",
        row -> row.getString(1),
        party.value());
  }

  void keepCustomer(PartyId party, String customer, Instant now) {
    sql.change(
        "INSERT IGNORE INTO payment_customer (party, customer, created_at) VALUES (?, ?, ?)",
        party.value(),
        customer,
        now);
  }

  /** How many visits a pledge has had. */
  int visits(PledgeId pledge) {
    return (int)
        sql.number("SELECT COUNT(*) FROM payment_checkout WHERE pledge = ?", pledge.value());
  }

  void keepVisit(PledgeId pledge, String mandate, Visit visit, Instant now) {
    sql.change(
        "INSERT IGNORE INTO payment_checkout (session, pledge, url, lang, mandate, created_at,"
            + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        visit.session(),
        pledge.value(),
        visit.url(),
        visit.lang().code(),
        mandate,
        now,
        visit.expiresAt());
  }

  /** The visits of a pledge that may still save a card, the newest first. */
  List<Visit> openVisits(PledgeId pledge) {
    return sql.list(
        "SELECT * FROM payment_checkout WHERE pledge = ? AND completed_at IS NULL"
            + " ORDER BY created_at DESC, session LIMIT 20",
        row ->
            new Visit(
                row.getString("session"),
                new PledgeId(row.getLong("pledge")),
                row.getString("url"),
                Lang.of(row.getString("lang")).orElse(null),
                Sql.instant(row, "expires_at")),
        pledge.value());
  }

  /** The pledge for which a visit was opened. */
  Optional<PledgeId> pledgeOf(String session) {
    return sql.one(
        "SELECT pledge FROM payment_checkout WHERE session = ?",
        row -> new PledgeId(row.getLong(1)),
        session);
  }

  /** The visit has ended, with or without a card. */
  void endVisit(String session, Instant now) {
    sql.change(
        "UPDATE payment_checkout SET completed_at = ? WHERE session = ? AND completed_at IS NULL",
        now,
        session);
  }

  /** The card that is charged for a pledge. */
  public Optional<Saved> card(PledgeId pledge) {
    return sql.one(
        "SELECT * FROM payment_card WHERE pledge = ? AND unused_at IS NULL"
            + " ORDER BY saved_at DESC LIMIT 1",
        row ->
            new Saved(
                row.getString("payment_method"),
                pledge,
                row.getString("customer"),
                row.getString("brand"),
                row.getString("last4")),
        pledge.value());
  }

  /** The gateway's fingerprint of the card that is charged for a pledge, where it has told it. */
  Optional<String> fingerprint(PledgeId pledge) {
    return sql.one(
        "SELECT fingerprint FROM payment_card WHERE pledge = ? AND unused_at IS NULL"
            + " AND fingerprint IS NOT NULL ORDER BY saved_at DESC LIMIT 1",
        row -> row.getString(1),
        pledge.value());
  }

  /**
   * Keeps a card, once.
   *
   * @return whether it was new
   */
  boolean add(PledgeId pledge, StripeGateway.Card card, Instant now) {
    return sql.change(
            "INSERT IGNORE INTO payment_card (payment_method, pledge, customer, setup_intent, brand,"
                + " last4, expires, fingerprint, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            card.paymentMethod(),
            pledge.value(),
            card.customer(),
            card.setupIntent(),
            card.brand(),
            card.last4(),
            card.expires(),
            card.fingerprint(),
            now)
        == 1;
  }

  /** All cards of a pledge but this one are no longer used; null for all. */
  void unuse(PledgeId pledge, String but, Instant now) {
    sql.change(
        "UPDATE payment_card SET unused_at = ? WHERE pledge = ? AND unused_at IS NULL"
            + " AND payment_method <> ?",
        now,
        pledge.value(),
        but == null ? "" : but);
  }

  /** A card is no longer used. */
  void unuse(String paymentMethod, Instant now) {
    sql.change(
        "UPDATE payment_card SET unused_at = ? WHERE payment_method = ? AND unused_at IS NULL",
        now,
        paymentMethod);
  }

  /** Cards of a pledge that the gateway should forget. */
  List<String> toDetach(PledgeId pledge) {
    return sql.list(
        "SELECT payment_method FROM payment_card WHERE pledge = ? AND unused_at IS NOT NULL"
            + " AND detached_at IS NULL",
        row -> row.getString(1),
        pledge.value());
  }

  void detached(String paymentMethod, Instant now) {
    sql.change(
        "UPDATE payment_card SET detached_at = ? WHERE payment_method = ?", now, paymentMethod);
  }
}
