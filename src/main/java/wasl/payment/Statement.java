package wasl.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.InvestorBooks.Kind;
import wasl.payment.InvestorBooks.Movement;
import wasl.shared.Baghdad;

/**
 * An investor's year (in Baghdad's time): what was pledged, collected and given back, for each
 * listing and in sum for each currency. All money in it comes from the ledger's journals.
 *
 * @param madeAt when it was put together
 */
public record Statement(
    int year, Instant madeAt, List<Line> lines, List<Line> sums, List<Movement> movements) {

  /**
   * One listing, or the sum of a currency.
   *
   * @param listing null in a sum
   * @param pledged by pledges of the year whose card was saved
   * @param collected charged to the card, tips included
   * @param tips the part of it that is tips
   * @param refunded sent back to the card, less what the card's bank returned to us
   * @param chargedBack taken back by the card's bank
   */
  public record Line(
      ListingFacts listing,
      Money pledged,
      Money collected,
      Money tips,
      Money refunded,
      Money chargedBack) {

    static Line none(ListingFacts listing, Currency currency) {
      Money zero = Money.zero(currency);
      return new Line(listing, zero, zero, zero, zero, zero);
    }

    /** What stays paid. */
    public Money net() {
      return collected.minus(refunded).minus(chargedBack);
    }

    Line pledge(Money amount) {
      return new Line(listing, pledged.plus(amount), collected, tips, refunded, chargedBack);
    }

    Line plus(Movement one) {
      Money back = one.total().negated();
      return switch (one.kind()) {
        case COLLECTED ->
            new Line(
                listing,
                pledged,
                collected.plus(one.total()),
                tips.plus(one.tip()),
                refunded,
                chargedBack);
        case REFUNDED, REFUND_FAILED ->
            new Line(listing, pledged, collected, tips, refunded.plus(back), chargedBack);
        case CHARGED_BACK ->
            new Line(listing, pledged, collected, tips, refunded, chargedBack.plus(back));
      };
    }

    Line plus(Line other) {
      return new Line(
          null,
          pledged.plus(other.pledged),
          collected.plus(other.collected),
          tips.plus(other.tips),
          refunded.plus(other.refunded),
          chargedBack.plus(other.chargedBack));
    }
  }

  /** Puts a year together. */
  static Statement of(
      int year,
      Instant madeAt,
      List<InvestorBooks.Pledged> pledged,
      List<Movement> movements,
      Map<ListingId, ListingFacts> listings) {
    Map<ListingId, Line> lines = new LinkedHashMap<>();
    for (InvestorBooks.Pledged one : pledged) {
      lines.merge(
          one.listing(),
          Line.none(listings.get(one.listing()), one.amount().currency()).pledge(one.amount()),
          (line, more) -> line.pledge(one.amount()));
    }
    for (Movement one : movements) {
      Line line = lines.get(one.listing().id());
      lines.put(
          one.listing().id(),
          (line == null ? Line.none(one.listing(), one.total().currency()) : line).plus(one));
    }
    Map<Currency, Line> sums = new EnumMap<>(Currency.class);
    for (Line line : lines.values()) {
      Currency currency = line.pledged().currency();
      sums.put(currency, sums.getOrDefault(currency, Line.none(null, currency)).plus(line));
    }
    return new Statement(
        year,
        madeAt,
        List.copyOf(lines.values()),
        List.copyOf(new ArrayList<>(sums.values())),
        List.copyOf(movements));
  }

  /** The year's first instant in Baghdad. */
  static Instant begin(int year) {
    return Baghdad.startOf(LocalDate.of(year, 1, 1));
  }

  /** Movements of a kind, for pages and tests. */
  public List<Movement> movements(Kind kind) {
    return movements.stream().filter(one -> one.kind() == kind).toList();
  }
}
