package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.listing.ListingFacts;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.payment.InvestorBooks.Movement;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Csv;
import wasl.shared.Lang;
import wasl.shared.Page;

/**
 * An investor's own pledges and payments as tables for spreadsheets. Names of columns are English
 * and stay as they are, since programs read them; times are ISO 8601 in UTC.
 */
@ApplicationScoped
public class InvestorTables {

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  @Inject private PledgeQueries pledges;
  @Inject private InvestorBooks books;
  @Inject private Receipts receipts;

  /** All pledges, the newest first. */
  public byte[] pledges(PartyId investor, Lang lang) {
    StringBuilder table = new StringBuilder(Csv.BEGIN);
    table.append(
        Csv.line(
            "pledge",
            "state",
            "listing",
            "title",
            "business",
            "amount",
            "tip",
            "currency",
            "placed_at",
            "card_saved_at",
            "reflecting_until",
            "ended_at",
            "receipt"));
    int number = 0;
    Page<PledgeView> page;
    do {
      page = pledges.mine(investor, new Page.Wish(number++, Page.MOST));
      Map<PledgeId, ReceiptNumber> numbers =
          receipts.numbersOf(page.items().stream().map(PledgeView::id).toList());
      for (PledgeView pledge : page.items()) {
        table.append(line(pledge, numbers.get(pledge.id()), lang));
      }
    } while (number < page.pages());
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(PledgeView pledge, ReceiptNumber receipt, Lang lang) {
    ListingFacts listing = pledge.listing();
    return Csv.line(
        pledge.id(),
        pledge.state(),
        listing.id(),
        listing.title(lang),
        listing.businessName(),
        pledge.amount().decimal().toPlainString(),
        pledge.tip().decimal().toPlainString(),
        pledge.amount().currency(),
        pledge.placedAt(),
        pledge.confirmedAt(),
        pledge.reflectingUntil(),
        pledge.endedAt(),
        receipt);
  }

  /** All that was charged and given back, as the ledger has it, the oldest first. */
  public byte[] payments(PartyId investor, Lang lang) {
    return payments(books.movements(investor, Instant.EPOCH, EVER), lang);
  }

  /** Some of it, such as a year's. */
  public byte[] payments(List<Movement> movements, Lang lang) {
    StringBuilder table = new StringBuilder(Csv.BEGIN);
    table.append(
        Csv.line(
            "date",
            "kind",
            "pledge",
            "receipt",
            "listing",
            "title",
            "business",
            "to_card",
            "from_card",
            "tip_in_it",
            "currency",
            "journal"));
    Map<PledgeId, ReceiptNumber> numbers =
        receipts.numbersOf(movements.stream().map(Movement::pledge).distinct().toList());
    for (Movement one : movements) {
      // two columns instead of a sign: a cell that begins with a minus is no number everywhere
      boolean charged = one.total().isPositive();
      String sum = unsigned(one.total());
      table.append(
          Csv.line(
              one.at(),
              one.kind(),
              one.pledge(),
              Objects.toString(numbers.get(one.pledge()), null),
              one.listing().id(),
              one.listing().title(lang),
              one.listing().businessName(),
              charged ? null : sum,
              charged ? sum : null,
              unsigned(one.tip()),
              one.total().currency(),
              one.journal()));
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String unsigned(Money sum) {
    return (sum.isNegative() ? sum.negated() : sum).decimal().toPlainString();
  }
}
