package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Sql;

/**
 * What payment's rows say of a listing's money beside what its journals say, in one statement: a
 * charge is settled and booked in one transaction, so at every instant both are equal.
 */
@ApplicationScoped
public class ListingMoney {

  @Inject private Sql sql;

  /**
   * The first listing where they differ, with both sums.
   *
   * @param account the kind of the listing's account
   * @param charged the part of charges that goes there
   * @param refunded the part of refunds that was taken from there
   */
  Optional<String> difference(String account, String charged, String refunded) {
    return sql.one(
        "SELECT listing, currency, SUM(paid) AS paid, SUM(booked) AS booked FROM ("
            + "SELECT listing, currency, "
            + charged
            + " AS paid, 0 AS booked FROM payment_attempt WHERE state = 'PAID'"
            + " UNION ALL SELECT listing, currency, -"
            + refunded
            + ", 0 FROM payment_refund WHERE gateway_refund IS NOT NULL"
            + " UNION ALL SELECT a.owner, a.currency, 0,"
            + " IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor) FROM ledger_account a"
            + " JOIN listing l ON l.id = a.owner"
            + " JOIN ledger_entry e ON e.account = a.id JOIN ledger_journal j ON j.id = e.journal"
            + " WHERE a.kind = ? AND j.type IN ('PLEDGE_COLLECTED', 'REFUND')) parts"
            + " GROUP BY listing, currency HAVING SUM(paid) <> SUM(booked) ORDER BY listing LIMIT 1",
        row -> {
          Currency currency = Currency.valueOf(row.getString("currency"));
          return "listing "
              + new ListingId(row.getLong("listing"))
              + ": charges less refunds are "
              + Money.minor(row.getLong("paid"), currency)
              + ", its journals say "
              + Money.minor(row.getLong("booked"), currency);
        },
        account);
  }
}
