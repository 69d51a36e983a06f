package wasl.finance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wasl.ledger.JournalId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.MovementPart;
import wasl.payment.OriginQueries;
import wasl.shared.Ids;
import wasl.task.TaskFact;

/**
 * One thing in which the gateway's balance and the books differ, with what is known of it.
 *
 * @param source the gateway's number of what moved: what both sides carry
 * @param movement the gateway's balance transaction; null where it has none
 * @param gatewayMinor what it says, the fee where the fee differs; null where it has none
 * @param journal the journal; null where there is none
 * @param booked what the journal moved on the clearing, the fee where the fee differs
 */
public record Difference(
    DifferenceKind kind,
    MovementPart part,
    String source,
    String movement,
    Long gatewayMinor,
    String gatewayCurrency,
    Instant gatewayAt,
    JournalId journal,
    Money booked,
    Instant bookedAt,
    Long listing,
    Long pledge) {

  /** The same difference has the same key in every comparison. */
  String key() {
    return kind + ":" + subject();
  }

  /** What it is about. */
  String subject() {
    String which =
        switch (kind) {
          case TWICE_AT_GATEWAY -> movement;
          case TWICE_IN_BOOKS, MISSING_AT_GATEWAY -> String.valueOf(journal);
          default -> source;
        };
    return part + ":" + which;
  }

  /** What the gateway says; null where it says nothing, or in a currency that is not known. */
  public Money gateway() {
    return gatewayMinor == null
        ? null
        : Currency.of(gatewayCurrency)
            .map(currency -> Money.minor(gatewayMinor, currency))
            .orElse(null);
  }

  /** The same with the pledge behind it; unchanged where that is null. */
  Difference of(OriginQueries.Origin origin) {
    return origin == null
        ? this
        : new Difference(
            kind,
            part,
            source,
            movement,
            gatewayMinor,
            gatewayCurrency,
            gatewayAt,
            journal,
            booked,
            bookedAt,
            origin.listing().value(),
            origin.pledge().value());
  }

  /** What is known of it, for the task. */
  TaskFact[] facts() {
    List<TaskFact> facts = new ArrayList<>();
    facts.add(TaskFact.word("part", "payment.movementPart." + part));
    facts.add(TaskFact.code("source", source));
    if (movement != null) {
      facts.add(TaskFact.code("movement", movement));
      facts.add(
          gateway() == null
              ? TaskFact.code("atGateway", gatewayMinor + " " + gatewayCurrency)
              : TaskFact.money("atGateway", gateway()));
      facts.add(TaskFact.instant("gatewayAt", gatewayAt));
    }
    if (journal != null) {
      facts.add(TaskFact.code("journal", journal));
      facts.add(TaskFact.money("inBooks", booked));
      facts.add(TaskFact.instant("bookedAt", bookedAt));
    }
    if (pledge != null) {
      facts.add(TaskFact.code("pledge", Ids.text(pledge)));
    }
    return facts.toArray(TaskFact[]::new);
  }

  /** Whether either side of it lies in [from, to). */
  boolean within(Instant from, Instant to) {
    return within(gatewayAt, from, to) || within(bookedAt, from, to);
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return at != null && !at.isBefore(from) && at.isBefore(to);
  }

  /** When it happened, by the gateway where it knows of it. */
  Instant at() {
    return gatewayAt == null ? bookedAt : gatewayAt;
  }
}
