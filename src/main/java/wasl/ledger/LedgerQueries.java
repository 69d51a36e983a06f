package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Page;
import wasl.shared.Sql;

/** Reads journals, newest first. Nothing here locks. */
@ApplicationScoped
public class LedgerQueries {

  /** Counting goes no further: a list that long is filtered, not leafed through. */
  static final int MOST_COUNTED = 100_000;

  static final String JOURNALS =
      "SELECT j.id, n.number, j.type, j.booked_at, j.effective_at, j.listing, j.pledge,"
          + " j.reference, j.reverses FROM ledger_journal j"
          + " LEFT JOIN ledger_journal_number n ON n.journal = j.id";

  @Inject private Sql sql;
  @Inject private Accounts accounts;

  /** One journal. */
  public Optional<JournalView> journal(JournalId id) {
    return withEntries(sql.list(JOURNALS + " WHERE j.id = ?", LedgerRows::head, id.value()))
        .stream()
        .findFirst();
  }

  /** The journal that undoes another one, if it was undone. */
  public Optional<JournalId> reversalOf(JournalId id) {
    return sql.one(
        "SELECT id FROM ledger_journal WHERE reverses = ?",
        row -> new JournalId(row.getLong(1)),
        id.value());
  }

  /** The journal with this number. */
  public Optional<JournalView> numbered(long number) {
    return byIds(
            sql.list(
                "SELECT journal FROM ledger_journal_number WHERE number = ?",
                row -> row.getLong(1),
                number))
        .stream()
        .findFirst();
  }

  /** Journals whose reference begins so, the newest first. */
  public List<JournalView> withReference(String beginning, int most) {
    String pattern = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return byIds(
        sql.list(
            "SELECT id FROM ledger_journal WHERE reference LIKE ? ORDER BY id DESC LIMIT " + most,
            row -> row.getLong(1),
            pattern));
  }

  /** Journals with an entry of exactly this amount, the newest first. */
  public List<JournalView> withAmount(Money amount, int most) {
    return byIds(
        sql.list(
            "SELECT DISTINCT journal FROM ledger_entry WHERE amount_minor = ? AND currency = ?"
                + " ORDER BY journal DESC LIMIT "
                + most,
            row -> row.getLong(1),
            amount.amountMinor(),
            amount.currency()));
  }

  /** A page of the journals that fit. */
  public Page<JournalView> journals(JournalFilter filter, Page.Wish wish) {
    Optional<Condition> where = condition(filter);
    if (where.isEmpty()) {
      return new Page<>(List.of(), wish.page(), wish.size(), 0);
    }
    Object[] arguments = where.get().arguments().toArray();
    String picked = where.get().sql();
    // With an account the entries' own index gives the order; else the index on the booking time.
    String order =
        filter.account() != null ? " ORDER BY j.id DESC" : " ORDER BY j.booked_at DESC, j.id DESC";
    List<Long> ids =
        sql.list(
            "SELECT j.id FROM ledger_journal j"
                + picked
                + order
                + " LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            row -> row.getLong(1),
            arguments);
    long total =
        sql.number(
            "SELECT COUNT(*) FROM (SELECT j.id FROM ledger_journal j"
                + picked
                + " LIMIT "
                + MOST_COUNTED
                + ") counted",
            arguments);
    return new Page<>(byIds(ids), wish.page(), wish.size(), total);
  }

  /** The journals with these ids, in their order. */
  private List<JournalView> byIds(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, JournalView> found = new HashMap<>();
    withEntries(
            sql.list(
                JOURNALS + " WHERE j.id IN (" + marks(ids.size()) + ")",
                LedgerRows::head,
                ids.toArray()))
        .forEach(journal -> found.put(journal.id().value(), journal));
    return ids.stream().map(found::get).toList();
  }

  private record Condition(String sql, List<Object> arguments) {}

  /** The WHERE of a filter; nothing where no journal can fit. */
  private Optional<Condition> condition(JournalFilter filter) {
    List<String> parts = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (filter.account() != null) {
      Optional<Long> account = accounts.find(filter.account());
      if (account.isEmpty()) {
        return Optional.empty();
      }
      parts.add("j.id IN (SELECT e.journal FROM ledger_entry e WHERE e.account = ?)");
      arguments.add(account.get());
    }
    add(parts, arguments, "j.pledge = ?", filter.pledge());
    add(parts, arguments, "j.listing = ?", filter.listing());
    add(parts, arguments, "j.type = ?", filter.type());
    add(parts, arguments, "j.booked_at >= ?", filter.from());
    add(parts, arguments, "j.booked_at < ?", filter.to());
    String where = parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    return Optional.of(new Condition(where, arguments));
  }

  private static void add(List<String> parts, List<Object> arguments, String part, Object value) {
    if (value != null) {
      parts.add(part);
      arguments.add(value);
    }
  }

  /** The same journals with their entries, read in one statement. */
  List<JournalView> withEntries(List<JournalView> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    Map<Long, List<JournalEntry.Line>> lines = new HashMap<>();
    sql.list(
        "SELECT e.journal, e.side, e.amount_minor, a.kind, a.currency, a.owner FROM ledger_entry e"
            + " JOIN ledger_account a ON a.id = e.account WHERE e.journal IN ("
            + marks(heads.size())
            + ") ORDER BY e.journal, e.line",
        row ->
            lines
                .computeIfAbsent(row.getLong("journal"), journal -> new ArrayList<>())
                .add(line(row)),
        heads.stream().map(head -> head.id().value()).toArray());
    return heads.stream()
        .map(head -> head.with(lines.getOrDefault(head.id().value(), List.of())))
        .toList();
  }

  private static JournalEntry.Line line(ResultSet row) throws SQLException {
    Money amount =
        Money.minor(row.getLong("amount_minor"), Currency.valueOf(row.getString("currency")));
    return new JournalEntry.Line(
        LedgerRows.account(row), Side.valueOf(row.getString("side")), amount);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
