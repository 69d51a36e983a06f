package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountMovement;
import wasl.ledger.JournalType;
import wasl.ledger.MovementQueries;
import wasl.party.Actor;
import wasl.payment.GatewaySilent;
import wasl.payment.Movement;
import wasl.payment.MovementPart;
import wasl.payment.OriginQueries;
import wasl.payment.StripeMovements;
import wasl.shared.Baghdad;
import wasl.shared.GatewayWork;
import wasl.shared.Ids;

/**
 * Compares the gateway's balance transactions with the journals: each night the three days before,
 * and whenever somebody asks. The gateway is called outside any transaction; where it is silent,
 * the comparison waits and is tried again. What an earlier one found is looked at again by each.
 */
@ApplicationScoped
public class ReconcileGateway implements GatewayWork {

  private static final Logger LOG = Logger.getLogger(ReconcileGateway.class.getName());

  /** When the day before is over for the gateway's own late movements too. */
  private static final LocalTime NIGHTLY = LocalTime.of(3, 0);

  private static final int DAYS = 3;

  /** Money from and to the bank may take so long. */
  private static final Duration BANK = Duration.ofDays(30);

  private static final int MOST_ROWS = 100_000;

  /** Of what is open, and of what the period's journals are about, each. */
  private static final int MOST_ASKED = 500;

  @Inject private Reconciliations reconciliations;
  @Inject private StripeMovements gateway;
  @Inject private MovementQueries books;
  @Inject private OriginQueries origins;
  @Inject private FeeBookings fees;
  @Inject private KeepReconciliation keep;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "finance-reconciliation";
  }

  /** Never waited for: the next one compares what lies between. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  private static Instant at(LocalDate day) {
    return day.atTime(NIGHTLY).atZone(Baghdad.ZONE).toInstant();
  }

  /** Does one comparison; a second caller on this node waits and finds it done. */
  @Override
  public synchronized int doDue(Instant now) {
    askDaily(now);
    Optional<Reconciliations.Run> due = reconciliations.take(now);
    due.ifPresent(this::tryOne);
    return due.isPresent() ? 1 : 0;
  }

  private void askDaily(Instant now) {
    LocalDate today = Baghdad.day(now);
    LocalDate day = now.isBefore(at(today)) ? today.minusDays(1) : today;
    LocalDate last = reconciliations.lastDay().orElse(day.minusDays(1));
    if (day.isAfter(last)) {
      // also what nobody compared while nothing ran
      Instant from = Baghdad.startOf(last.minusDays(DAYS - 1));
      reconciliations.ask(Ids.next(), day, null, from, Baghdad.startOf(day), now);
    }
  }

  private void tryOne(Reconciliations.Run run) {
    try {
      compare(run)
          .ifPresentOrElse(
              result -> keep.handle(new KeepReconciliation.Command(Actor.SYSTEM, run, result)),
              () -> reconciliations.split(run, clock.instant()));
    } catch (GatewaySilent silent) {
      LOG.log(Level.WARNING, silent, () -> "reconciliation " + run.number() + " waits");
      reconciliations.failed(run, String.valueOf(silent.getMessage()), clock.instant());
    } catch (RuntimeException fault) {
      // the desk must see that it does not come to an end; the jobs write down why
      reconciliations.failed(run, fault.getClass().getSimpleName(), clock.instant());
      throw fault;
    }
  }

  /** Nothing where the period has too many rows to hold at once. */
  private Optional<Reconciliations.Result> compare(Reconciliations.Run run) {
    List<Reconciliations.Kept> open = new ArrayList<>(reconciliations.openOnes());
    // so that of very many each has its turn
    Collections.shuffle(open);
    Instant bank = withBankFrom(run, open);
    // as long again before: the other side of what stands at the beginning lies there
    Instant before = bank.minus(BANK);
    Map<String, Movement> rows = new LinkedHashMap<>();
    add(rows, gateway.made(run.from(), run.to(), MOST_ROWS));
    add(rows, gateway.withBank(before, run.to(), MOST_ROWS));
    Map<String, AccountMovement> journals = new LinkedHashMap<>();
    book(journals, books.booked(AccountKind.GATEWAY_CLEARING, run.from(), run.to(), MOST_ROWS));
    book(
        journals,
        books.booked(
            AccountKind.GATEWAY_CLEARING,
            JournalType.CLEARING_TOP_UP,
            before,
            run.to(),
            MOST_ROWS));
    if (rows.size() >= MOST_ROWS || journals.size() >= MOST_ROWS) {
      return Optional.empty();
    }
    Asked asked = askAbout(rows, journals, open);
    Set<String> looked = new HashSet<>(asked.sources());
    rows.values().forEach(row -> looked.add(row.source()));
    journals.values().forEach(journal -> looked.add(journal.journal().toString()));
    book(journals, books.withReference(AccountKind.GATEWAY_CLEARING, looked));
    Matching.Found found =
        Matching.of(
            rows.values(), journals.values(), fees.corrected(journals.values()), clock.instant());
    return Optional.of(
        new Reconciliations.Result(
            rows.size(), journals.size(), asked.left(), ofPeriod(run, bank, found, open), looked));
  }

  /** From when on money from and to the bank is compared: as far back as it may be on its way. */
  private static Instant withBankFrom(Reconciliations.Run run, List<Reconciliations.Kept> open) {
    return open.stream()
        .filter(one -> one.what().part().withBank())
        .map(one -> one.what().at())
        .min(Instant::compareTo)
        .filter(run.from()::isAfter)
        .orElse(run.from())
        .minus(BANK);
  }

  /**
   * What the period's journals and the open differences are about and the period's rows do not
   * show, since the gateway booked it on another day, is asked for one by one. Where there is more
   * than can be asked about at once, others have their turn each time, and what was not asked about
   * is left out: nothing is known of it.
   */
  private Asked askAbout(
      Map<String, Movement> rows,
      Map<String, AccountMovement> journals,
      List<Reconciliations.Kept> open) {
    Set<String> booked = new LinkedHashSet<>();
    journals.values().stream()
        .filter(journal -> !journal.undone() && journal.reference() != null)
        .filter(journal -> journal.type() != JournalType.CLEARING_TOP_UP)
        .forEach(journal -> booked.add(journal.reference()));
    Set<String> wanted = new LinkedHashSet<>();
    open.stream()
        .filter(one -> one.what().part() != MovementPart.TOP_UP)
        .forEach(one -> wanted.add(one.what().source()));
    rows.values()
        .forEach(
            row -> {
              booked.remove(row.source());
              wanted.remove(row.source());
            });
    Set<String> asked = turn(booked, MOST_ASKED);
    wanted.removeAll(asked);
    asked.addAll(turn(wanted, MOST_ASKED));
    asked.forEach(source -> add(rows, gateway.of(source)));
    booked.removeAll(asked);
    wanted.removeAll(asked);
    journals.values().removeIf(journal -> booked.contains(journal.reference()));
    wanted.removeAll(booked);
    return new Asked(asked, booked.size() + wanted.size());
  }

  /**
   * What was asked about one by one.
   *
   * @param left how much more there was
   */
  private record Asked(Set<String> sources, int left) {}

  /** At most so many of them, any. */
  static Set<String> turn(Set<String> of, int most) {
    List<String> any = new ArrayList<>(of);
    Collections.shuffle(any);
    return new LinkedHashSet<>(any.subList(0, Math.min(most, any.size())));
  }

  /**
   * What was read beside the period says nothing of its own, unless something about the same number
   * was open before: that may have become something else.
   */
  private Matching.Found ofPeriod(
      Reconciliations.Run run,
      Instant bank,
      Matching.Found found,
      List<Reconciliations.Kept> open) {
    Set<String> before = new HashSet<>();
    open.forEach(one -> before.add(one.what().source()));
    List<Difference> differences = new ArrayList<>();
    for (Difference one : found.differences()) {
      boolean within =
          one.part().withBank() ? !one.at().isBefore(bank) : one.within(run.from(), run.to());
      if (within || before.contains(one.source())) {
        differences.add(one);
      }
    }
    return new Matching.Found(named(differences), found.matched(), found.underway());
  }

  /** With the pledge that is behind a charge or refund which no journal names. */
  private List<Difference> named(List<Difference> differences) {
    Map<String, OriginQueries.Origin> known =
        origins.of(
            differences.stream()
                .filter(one -> one.pledge() == null)
                .map(Difference::source)
                .toList());
    return differences.stream().map(one -> one.of(known.get(one.source()))).toList();
  }

  private static void add(Map<String, Movement> rows, List<Movement> more) {
    more.forEach(row -> rows.put(row.id(), row));
  }

  private static void book(Map<String, AccountMovement> journals, List<AccountMovement> more) {
    more.forEach(one -> journals.put(one.journal() + "|" + one.amount().currency(), one));
  }
}
