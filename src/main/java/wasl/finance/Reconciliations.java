package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.ledger.JournalId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.MovementPart;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;

/**
 * Comparisons of the gateway's balance with the books, and what they found: kept and read. Longer
 * than others since a difference has many columns.
 */
@ApplicationScoped
public class Reconciliations {

  /** More open differences than these are not even read: something larger is wrong then. */
  static final int MOST_OPEN = 10_000;

  /** Longer than any comparison takes. */
  private static final Duration LEASE = Duration.ofMinutes(20);

  /** After a fault it is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private static final int LONGEST_FAULT = 300;

  private static final String DIFFERENCE =
      "SELECT d.id, d.kind, d.part, d.source, d.movement, d.gateway_minor, d.gateway_currency,"
          + " d.gateway_at, d.journal, d.booked_minor, d.booked_currency, d.booked_at, d.listing,"
          + " d.pledge, d.found_by, d.found_at, d.closed_at FROM finance_difference d";

  @Inject private Sql sql;
  @Inject private FinanceTasks tasks;

  /**
   * A comparison.
   *
   * @param day the day of a daily one, or null
   * @param askedBy who asked for it, or null
   * @param tries how often it was begun
   * @param fault why the last try came to nothing, or null
   * @param doneAt null while it is to be done
   * @param rows the gateway's balance transactions that were read
   * @param matched those that agree with the books
   * @param underway what only one side can have yet
   * @param uncompared what the gateway would have to be asked about, and there was too much of it
   */
  public record Run(
      long id,
      LocalDate day,
      Long askedBy,
      Instant askedAt,
      Instant from,
      Instant to,
      int tries,
      String fault,
      Instant doneAt,
      int rows,
      int journals,
      int matched,
      int underway,
      int differing,
      int uncompared) {

    /** Its number as people know it. */
    public String number() {
      return Ids.text(id);
    }

    private Run again() {
      return new Run(
          id,
          day,
          askedBy,
          askedAt,
          from,
          to,
          tries + 1,
          fault,
          doneAt,
          rows,
          journals,
          matched,
          underway,
          differing,
          uncompared);
    }
  }

  /**
   * A difference as it was found.
   *
   * @param closedAt when a later comparison no longer found it; null while it is open
   */
  public record Kept(long id, Difference what, long foundBy, Instant foundAt, Instant closedAt) {

    /** Its number as people know it. */
    public String number() {
      return Ids.text(id);
    }

    /** Whether an officer may have the books follow it. */
    public boolean bookable() {
      return closedAt == null && FeeDifferences.bookable(what);
    }

    /** The pledge as people know it, or null. */
    public String pledge() {
      return what.pledge() == null ? null : Ids.text(what.pledge());
    }
  }

  /**
   * What a comparison came to.
   *
   * @param uncompared as of {@link Run}
   */
  record Result(int rows, int journals, int uncompared, Matching.Found found, Set<String> looked) {}

  /** Asks for a comparison; nothing where the day has had its own. */
  void ask(long id, LocalDate day, Long askedBy, Instant from, Instant to, Instant now) {
    sql.change(
        "INSERT IGNORE INTO finance_reconciliation (id, state, day, asked_by, asked_at, from_at,"
            + " to_at, due_at, tries, gateway_rows, journals, matched, underway, differing)"
            + " VALUES (?, 'WAITING', ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
        id,
        day,
        askedBy,
        now,
        from,
        to,
        now);
  }

  /** The day of the last daily comparison. */
  Optional<LocalDate> lastDay() {
    return sql.one(
        "SELECT MAX(day) AS day FROM finance_reconciliation WHERE day IS NOT NULL",
        row -> Sql.day(row, "day"));
  }

  /** Takes the next one that is due; whoever dies with it loses it after a while. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Run> take(Instant now) {
    Optional<Run> next =
        sql.one(
            "SELECT * FROM finance_reconciliation WHERE due_at <= ? ORDER BY due_at LIMIT 1"
                + " FOR UPDATE",
            Reconciliations::run,
            now);
    next.ifPresent(
        run ->
            sql.change(
                "UPDATE finance_reconciliation SET due_at = ?, tries = tries + 1 WHERE id = ?",
                now.plus(LEASE),
                run.id()));
    return next.map(Run::again);
  }

  /** It could not be done: it is tried again after a while. */
  void failed(Run run, String why, Instant now) {
    String fault = why.length() > LONGEST_FAULT ? why.substring(0, LONGEST_FAULT) : why;
    sql.change(
        "UPDATE finance_reconciliation SET fault = ?, due_at = ? WHERE id = ? AND tries = ?"
            + " AND due_at IS NOT NULL",
        fault,
        now.plus(AGAIN),
        run.id(),
        run.tries());
  }

  /** Too much for one: two of half the period take its place. */
  @Transactional(TxType.REQUIRES_NEW)
  public void split(Run run, Instant now) {
    Instant middle = run.from().plus(Duration.between(run.from(), run.to()).dividedBy(2));
    ask(Ids.next(), null, run.askedBy(), run.from(), middle, now);
    ask(Ids.next(), null, run.askedBy(), middle, run.to(), now);
    sql.change(
        "UPDATE finance_reconciliation SET state = 'SPLIT', due_at = NULL, done_at = ?"
            + " WHERE id = ?",
        now,
        run.id());
  }

  /**
   * Keeps what a comparison came to: opens what is new, closes what it looked at and no longer
   * found. Nothing where another node has begun it anew meanwhile: what this one knows is old.
   */
  void keep(Run run, Result result, Instant now) {
    int own =
        sql.change(
            "UPDATE finance_reconciliation SET state = 'DONE', due_at = NULL, fault = NULL,"
                + " done_at = ?, gateway_rows = ?, journals = ?, matched = ?, underway = ?,"
                + " differing = ?, uncompared = ? WHERE id = ? AND tries = ? AND due_at IS NOT NULL",
            now,
            result.rows(),
            result.journals(),
            result.found().matched(),
            result.found().underway(),
            result.found().differences().size(),
            result.uncompared(),
            run.id(),
            run.tries());
    if (own == 0) {
      return;
    }
    for (Difference difference : result.found().differences()) {
      open(run, difference, now);
    }
    Set<String> still =
        result.found().differences().stream().map(Difference::key).collect(Collectors.toSet());
    for (Kept open : openOnes()) {
      boolean gone = !still.contains(open.what().key());
      if (gone && result.looked().contains(open.what().source())) {
        sql.change(
            "UPDATE finance_difference SET open_key = NULL, closed_by = ?, closed_at = ?"
                + " WHERE id = ? AND open_key IS NOT NULL",
            run.id(),
            now,
            open.id());
        tasks.close(open.what().kind(), open.what().subject());
      }
    }
  }

  private void open(Run run, Difference one, Instant now) {
    tasks.open(one.kind(), one.subject(), "/finance/reconciliation/" + run.number(), one.facts());
    sql.change(
        "UPDATE finance_difference SET movement = ?, gateway_minor = ?, gateway_currency = ?,"
            + " gateway_at = ?, journal = ?, booked_minor = ?, booked_currency = ?, booked_at = ?"
            + " WHERE open_key = ?",
        one.movement(),
        one.gatewayMinor(),
        one.gatewayCurrency(),
        one.gatewayAt(),
        one.journal() == null ? null : one.journal().value(),
        one.booked() == null ? null : one.booked().amountMinor(),
        one.booked() == null ? null : one.booked().currency(),
        one.bookedAt(),
        one.key());
    sql.change(
        "INSERT IGNORE INTO finance_difference (id, open_key, kind, part, source, movement,"
            + " gateway_minor, gateway_currency, gateway_at, journal, booked_minor,"
            + " booked_currency, booked_at, listing, pledge, found_by, found_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        one.key(),
        one.kind(),
        one.part(),
        one.source(),
        one.movement(),
        one.gatewayMinor(),
        one.gatewayCurrency(),
        one.gatewayAt(),
        one.journal() == null ? null : one.journal().value(),
        one.booked() == null ? null : one.booked().amountMinor(),
        one.booked() == null ? null : one.booked().currency(),
        one.bookedAt(),
        one.listing(),
        one.pledge(),
        run.id(),
        now);
    sql.change(
        "INSERT IGNORE INTO finance_finding (reconciliation, difference)"
            + " SELECT ?, id FROM finance_difference WHERE open_key = ?",
        run.id(),
        one.key());
  }

  /** One difference, locked until the transaction ends. */
  Optional<Kept> lock(long id) {
    return sql.one(DIFFERENCE + " WHERE d.id = ? FOR UPDATE", Reconciliations::kept, id);
  }

  /** One difference. */
  public Optional<Kept> difference(long id) {
    return sql.one(DIFFERENCE + " WHERE d.id = ?", Reconciliations::kept, id);
  }

  /** The oldest that was asked for before an instant and is not done yet. */
  Optional<Run> standing(Instant askedBefore) {
    return sql.one(
        "SELECT * FROM finance_reconciliation WHERE due_at IS NOT NULL AND asked_at < ?"
            + " ORDER BY asked_at LIMIT 1",
        Reconciliations::run,
        askedBefore);
  }

  /** The last one that is done, if it did not come to an end with all. */
  Optional<Run> partial() {
    return sql.one(
            "SELECT * FROM finance_reconciliation WHERE state = 'DONE' ORDER BY done_at DESC, id"
                + " DESC LIMIT 1",
            Reconciliations::run)
        .filter(run -> run.uncompared() > 0);
  }

  /** What is open, the oldest first, at most {@value #MOST_OPEN}. */
  public List<Kept> openOnes() {
    return sql.list(
        DIFFERENCE + " WHERE d.open_key IS NOT NULL ORDER BY d.id LIMIT " + MOST_OPEN,
        Reconciliations::kept);
  }

  /** A page of what is open, the newest first. */
  public Page<Kept> open(Page.Wish wish) {
    return page(" WHERE d.open_key IS NOT NULL", wish);
  }

  /** A page of what a comparison found, the newest first. */
  public Page<Kept> foundBy(long run, Page.Wish wish) {
    return page(
        " JOIN finance_finding f ON f.difference = d.id WHERE f.reconciliation = ?", wish, run);
  }

  private Page<Kept> page(String which, Page.Wish wish, Object... arguments) {
    List<Kept> items =
        sql.list(
            DIFFERENCE
                + which
                + " ORDER BY d.id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            Reconciliations::kept,
            arguments);
    long total = sql.number("SELECT COUNT(*) FROM finance_difference d" + which, arguments);
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  /** Comparisons, the newest first. */
  public Page<Run> runs(Page.Wish wish) {
    List<Run> items =
        sql.list(
            "SELECT * FROM finance_reconciliation ORDER BY id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            Reconciliations::run);
    long total = sql.number("SELECT COUNT(*) FROM finance_reconciliation");
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  /** One comparison. */
  public Optional<Run> find(long id) {
    return sql.one("SELECT * FROM finance_reconciliation WHERE id = ?", Reconciliations::run, id);
  }

  private static Run run(ResultSet row) throws SQLException {
    long askedBy = row.getLong("asked_by");
    boolean somebody = !row.wasNull();
    return new Run(
        row.getLong("id"),
        Sql.day(row, "day"),
        somebody ? askedBy : null,
        Sql.instant(row, "asked_at"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "to_at"),
        row.getInt("tries"),
        row.getString("fault"),
        Sql.instant(row, "done_at"),
        row.getInt("gateway_rows"),
        row.getInt("journals"),
        row.getInt("matched"),
        row.getInt("underway"),
        row.getInt("differing"),
        row.getInt("uncompared"));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Long booked = optional(row, "booked_minor");
    Long journal = optional(row, "journal");
    Difference what =
        new Difference(
            DifferenceKind.valueOf(row.getString("kind")),
            MovementPart.valueOf(row.getString("part")),
            row.getString("source"),
            row.getString("movement"),
            optional(row, "gateway_minor"),
            row.getString("gateway_currency"),
            Sql.instant(row, "gateway_at"),
            journal == null ? null : new JournalId(journal),
            booked == null
                ? null
                : Money.minor(booked, Currency.valueOf(row.getString("booked_currency"))),
            Sql.instant(row, "booked_at"),
            optional(row, "listing"),
            optional(row, "pledge"));
    return new Kept(
        row.getLong("id"),
        what,
        row.getLong("found_by"),
        Sql.instant(row, "found_at"),
        Sql.instant(row, "closed_at"));
  }

  private static Long optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
