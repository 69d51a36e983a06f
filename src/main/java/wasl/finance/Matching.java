package wasl.finance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wasl.ledger.AccountMovement;
import wasl.ledger.JournalId;
import wasl.ledger.JournalType;
import wasl.money.Money;
import wasl.payment.Movement;
import wasl.payment.MovementPart;

/**
 * Holds the gateway's balance transactions against what the journals moved on the clearing, one by
 * one: by the gateway's own number of what moved, and by what kind of movement it was. A journal
 * and its reversal come to nothing, and so do a payout or top-up that is not booked and what undid
 * it at the gateway. Knows neither database nor gateway. Longer than others since each way of
 * differing is told apart.
 */
final class Matching {

  /** A payout is booked when it has arrived; a top-up is booked when it is sent. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(7);

  /** What the gateway has done just now is being booked; a fee it tells a little later. */
  private static final Duration IN_HAND = Duration.ofMinutes(15);

  /** How the gateway's numbers are written. */
  private static final Pattern GATEWAYS = Pattern.compile("\\w{1,100}");

  private final Instant now;
  private final List<Difference> differences = new ArrayList<>();
  private int matched;
  private int underway;

  private Matching(Instant now) {
    this.now = now;
  }

  /**
   * What came of it.
   *
   * @param matched balance transactions that agree with the books in all
   * @param underway what one side cannot have yet: money on its way from or to the bank, and what
   *     the gateway did just now
   */
  record Found(List<Difference> differences, int matched, int underway) {}

  /**
   * What an officer booked of a difference in a fee.
   *
   * @param fee whether it is a part of the fee; else it is the whole movement, which the books have
   *     no journal for
   */
  record Corrected(MovementPart part, boolean fee) {}

  private record Key(MovementPart part, String source) {}

  /** Both sides of one thing that moved. */
  private static final class Sides {
    private final List<Movement> gateway = new ArrayList<>();
    private final List<AccountMovement> booked = new ArrayList<>();
    private final List<AccountMovement> fees = new ArrayList<>();
  }

  /**
   * Compares; what stands on both sides of the same number must be given whole.
   *
   * @param corrected of the journals by which officers booked differences in fees
   */
  static Found of(
      Collection<Movement> gateway,
      Collection<AccountMovement> booked,
      Map<JournalId, Corrected> corrected,
      Instant now) {
    Matching matching = new Matching(now);
    Map<Key, Sides> all = new LinkedHashMap<>();
    gateway.stream()
        .sorted(Comparator.comparing(Movement::at).thenComparing(Movement::id))
        .forEach(m -> sides(all, m.part(), m.source()).gateway.add(m));
    booked.stream()
        .filter(journal -> !journal.undone())
        .sorted(
            Comparator.comparing(AccountMovement::bookedAt)
                .thenComparingLong(journal -> journal.journal().value()))
        .forEach(
            journal -> {
              Corrected what = corrected.getOrDefault(journal.journal(), usual(journal.type()));
              Sides sides = sides(all, what.part(), numberOf(journal));
              (what.fee() ? sides.fees : sides.booked).add(journal);
            });
    matching.dropUndone(all);
    pairTopUps(all);
    all.forEach(matching::compare);
    return new Found(List.copyOf(matching.differences), matching.matched, matching.underway);
  }

  private static Corrected usual(JournalType type) {
    MovementPart part = MovementPart.of(type).orElse(MovementPart.OTHER);
    return new Corrected(part, part.feeOf(type));
  }

  /** What came back from the bank, or went back to it, and is not booked either, is nothing. */
  private void dropUndone(Map<Key, Sides> all) {
    for (Map.Entry<Key, Sides> one : List.copyOf(all.entrySet())) {
      one.getKey()
          .part()
          .undoes()
          .map(part -> new Key(part, one.getKey().source()))
          .filter(all::containsKey)
          .filter(undone -> nothing(one.getValue(), all.get(undone)))
          .ifPresent(
              undone -> {
                matched += 2;
                all.remove(undone);
                all.remove(one.getKey());
              });
    }
  }

  private static boolean nothing(Sides back, Sides there) {
    boolean single = back.gateway.size() == 1 && there.gateway.size() == 1;
    return single
        && there.booked.isEmpty()
        && back.gateway.get(0).amountMinor() == -there.gateway.get(0).amountMinor()
        && back.gateway.get(0).feeMinor() == -there.gateway.get(0).feeMinor()
        && back.gateway.get(0).currency().equals(there.gateway.get(0).currency());
  }

  private static Sides sides(Map<Key, Sides> all, MovementPart part, String source) {
    return all.computeIfAbsent(new Key(part, source), key -> new Sides());
  }

  /** A top-up carries the bank's number, which the gateway does not know and a person has typed. */
  private static String numberOf(AccountMovement journal) {
    boolean gateways =
        journal.type() != JournalType.CLEARING_TOP_UP
            && journal.reference() != null
            && GATEWAYS.matcher(journal.reference()).matches();
    return gateways ? journal.reference() : journal.journal().toString();
  }

  private record Pair(Sides arrived, Sides booked) {
    Duration apart() {
      return Duration.between(arrived.gateway.get(0).at(), booked.booked.get(0).bookedAt()).abs();
    }
  }

  /** Top-ups are matched by their amount, each with the one that is nearest in time. */
  private static void pairTopUps(Map<Key, Sides> all) {
    List<Sides> topUps =
        all.entrySet().stream()
            .filter(one -> one.getKey().part() == MovementPart.TOP_UP)
            .map(Map.Entry::getValue)
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (Sides arrived : topUps) {
      for (Sides booked : topUps) {
        if (booked.gateway.isEmpty()
            && !booked.booked.isEmpty()
            && !arrived.gateway.isEmpty()
            && same(arrived.gateway.get(0), booked.booked.get(0).amount())) {
          pairs.add(new Pair(arrived, booked));
        }
      }
    }
    pairs.sort(Comparator.comparing(Pair::apart));
    for (Pair pair : pairs) {
      if (pair.arrived().booked.isEmpty() && !pair.booked().booked.isEmpty()) {
        pair.arrived().booked.add(pair.booked().booked.remove(0));
      }
    }
  }

  private static boolean same(Movement movement, Money booked) {
    return movement.amountMinor() == booked.amountMinor()
        && movement.currency().equals(booked.currency().name());
  }

  private void compare(Key key, Sides sides) {
    for (Movement again : rest(sides.gateway)) {
      differences.add(atGateway(DifferenceKind.TWICE_AT_GATEWAY, key, again));
    }
    for (AccountMovement again : rest(sides.booked)) {
      differences.add(inBooks(DifferenceKind.TWICE_IN_BOOKS, key, again));
    }
    if (sides.gateway.isEmpty()) {
      sides.booked.stream().limit(1).forEach(journal -> notAtGateway(key, journal));
      sides.fees.forEach(fee -> notAtGateway(key, fee));
    } else if (sides.booked.isEmpty()) {
      notInBooks(key, sides.gateway.get(0));
    } else {
      pair(key, sides);
    }
  }

  private void notAtGateway(Key key, AccountMovement journal) {
    if (key.part() == MovementPart.TOP_UP && young(journal.bookedAt())) {
      underway++;
    } else {
      differences.add(inBooks(DifferenceKind.MISSING_AT_GATEWAY, key, journal));
    }
  }

  private void notInBooks(Key key, Movement movement) {
    boolean later = key.part() == MovementPart.PAYOUT && young(movement.at());
    if (later || inHand(movement)) {
      underway++;
    } else {
      differences.add(atGateway(DifferenceKind.MISSING_IN_BOOKS, key, movement));
    }
  }

  private boolean young(Instant at) {
    return at.isAfter(now.minus(ON_ITS_WAY));
  }

  private boolean inHand(Movement movement) {
    return movement.at().isAfter(now.minus(IN_HAND));
  }

  private void pair(Key key, Sides sides) {
    Movement movement = sides.gateway.get(0);
    AccountMovement journal = sides.booked.get(0);
    int before = differences.size();
    if (!movement.currency().equals(journal.amount().currency().name())) {
      differences.add(both(DifferenceKind.OTHER_CURRENCY, key, movement, journal));
    } else {
      if (!same(movement, journal.amount())) {
        differences.add(both(DifferenceKind.OTHER_AMOUNT, key, movement, journal));
      }
      compareFees(key, movement, journal, sides.fees);
    }
    if (differences.size() == before && sides.gateway.size() == 1 && sides.booked.size() == 1) {
      matched++;
    }
  }

  /** The clearing gives the fee: what is booked of it is negative there. */
  private void compareFees(
      Key key, Movement movement, AccountMovement journal, List<AccountMovement> fees) {
    Money booked =
        fees.stream()
            .map(fee -> fee.amount().negated())
            .filter(fee -> fee.currency() == journal.amount().currency())
            .reduce(Money.zero(journal.amount().currency()), Money::plus);
    boolean otherwise = fees.stream().anyMatch(f -> f.amount().currency() != booked.currency());
    if (fees.isEmpty() && movement.feeMinor() != 0 && inHand(movement)) {
      underway++;
    } else if (otherwise || booked.amountMinor() != movement.feeMinor()) {
      AccountMovement known = fees.isEmpty() ? journal : fees.get(0);
      differences.add(
          new Difference(
              DifferenceKind.OTHER_FEE,
              key.part(),
              key.source(),
              movement.id(),
              movement.feeMinor(),
              movement.currency(),
              movement.at(),
              known.journal(),
              booked,
              known.bookedAt(),
              known.listing(),
              known.pledge()));
    }
  }

  private static <T> List<T> rest(List<T> all) {
    return all.size() < 2 ? List.of() : all.subList(1, all.size());
  }

  private static Difference both(
      DifferenceKind kind, Key key, Movement movement, AccountMovement journal) {
    return new Difference(
        kind,
        key.part(),
        key.source(),
        movement.id(),
        movement.amountMinor(),
        movement.currency(),
        movement.at(),
        journal.journal(),
        journal.amount(),
        journal.bookedAt(),
        journal.listing(),
        journal.pledge());
  }

  private static Difference atGateway(DifferenceKind kind, Key key, Movement movement) {
    return new Difference(
        kind,
        key.part(),
        key.source(),
        movement.id(),
        movement.amountMinor(),
        movement.currency(),
        movement.at(),
        null,
        null,
        null,
        null,
        null);
  }

  private static Difference inBooks(DifferenceKind kind, Key key, AccountMovement journal) {
    return new Difference(
        kind,
        key.part(),
        key.source(),
        null,
        null,
        null,
        null,
        journal.journal(),
        journal.amount(),
        journal.bookedAt(),
        journal.listing(),
        journal.pledge());
  }
}
