package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.finance.AskRefund;
import wasl.finance.RefundCause;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** Money that goes back, and cards that are replaced. */
@ApplicationScoped
public class DemoRefunds {

  @Inject private AskRefund ask;
  @Inject private DemoPeople people;
  @Inject private DemoPledges pledges;
  @Inject private Sql sql;

  /**
   * A finance officer gives a part of one pledge back alone, and asks for a second officer's word
   * about another.
   */
  void giveBack(ListingId small, ListingId large) {
    ask(
        smallest(small, PledgeState.COLLECTED),
        40,
        RefundCause.GOODWILL,
        "طلب المستثمر إعادة جزء من المبلغ لظرف عائلي، ووافق صاحب المشروع كتابةً.");
    ask(
        largest(large),
        600,
        RefundCause.RIGHT,
        "كتب المستثمر مبلغاً أكبر مما قصد، وطلب التصحيح قبل السحب فلم يصله جواب في وقته.");
  }

  private void ask(PledgeId pledge, long dollars, RefundCause cause, String reason) {
    ask.handle(
        new AskRefund.Command(
            people.get("finance"),
            pledge,
            Money.minor(dollars * 100, Currency.USD),
            cause,
            reason,
            Ids.text(Ids.next())));
  }

  /** One of those whose card was declined comes back with another. */
  void repairOne(ListingId listing) {
    pledges.repair(smallest(listing, PledgeState.REPAIR));
  }

  /** Without a tip: that of a funded listing is the platform's income already. */
  private PledgeId smallest(ListingId listing, PledgeState state) {
    return first("amount_minor, id", listing, state);
  }

  private PledgeId largest(ListingId listing) {
    return first("amount_minor DESC, id", listing, PledgeState.COLLECTED);
  }

  private PledgeId first(String order, ListingId listing, PledgeState state) {
    return sql.one(
            "SELECT id FROM pledge WHERE listing = ? AND state = ? AND tip_minor = 0 ORDER BY "
                + order
                + " LIMIT 1",
            row -> new PledgeId(row.getLong("id")),
            listing.value(),
            state)
        .orElseThrow();
  }
}
