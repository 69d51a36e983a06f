package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Baghdad;
import wasl.shared.Csv;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Statements of accounts: what stood at the beginning, each entry with what stood after it, oldest
 * first, and what stands at the end. Opening and closing balances are read from the days' roll-ups.
 */
@ApplicationScoped
public class StatementQueries {

  /** More than the lines of any journal. */
  private static final int AT_ONCE = JournalEntry.MOST_LINES + 1;

  private static final String LINES =
      " FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal WHERE e.account = ?";

  @Inject private Sql sql;
  @Inject private Accounts accounts;
  @Inject private Balances balances;

  /**
   * Of which account and days, both included; null means from the beginning, or up to now.
   *
   * @param basis by which date days are counted and lines are ordered
   */
  public record Wanted(AccountRef account, Basis basis, LocalDate from, LocalDate to) {

    /**
     * Reads it as programs write it; null and blank days are none.
     *
     * @throws Refused {@link LedgerRefused.InvalidFilter}
     */
    public static Wanted parse(String account, String by, String from, String to) {
      return new Wanted(
          AccountRef.parse(account).orElseThrow(() -> invalid(LedgerField.ACCOUNT)),
          Basis.of(by).orElseThrow(() -> invalid(LedgerField.AS)),
          day(from, LedgerField.FROM),
          day(to, LedgerField.TO));
    }

    private static LocalDate day(String text, LedgerField field) {
      return text == null || text.isBlank()
          ? null
          : Baghdad.read(text).orElseThrow(() -> invalid(field));
    }

    private static Refused invalid(LedgerField field) {
      return new Refused(new LedgerRefused.InvalidFilter(field));
    }
  }

  /**
   * A page of a statement.
   *
   * @param opening what stood before the first day
   * @param closing what stands at the end of the last day
   */
  public record Statement(Money opening, Page<StatementLine> lines, Money closing) {}

  /** A page of a statement. */
  public Statement page(Wanted wanted, Page.Wish wish) {
    Money none = Money.zero(wanted.account().currency());
    Optional<Long> id = accounts.find(wanted.account());
    if (id.isEmpty()) {
      return new Statement(none, new Page<>(List.of(), wish.page(), wish.size(), 0), none);
    }
    Money opening = opening(wanted);
    Condition where = condition(wanted, id.get());
    Object[] arguments = where.arguments().toArray();
    long total =
        sql.number(
            "SELECT COUNT(*) FROM (SELECT e.line"
                + where.sql()
                + " LIMIT "
                + LedgerQueries.MOST_COUNTED
                + ") counted",
            arguments);
    Money before = opening.plus(passedOver(wanted, where, wish.offset()));
    List<StatementLine> entries =
        sql.list(
            select(wanted, where) + " LIMIT " + wish.size() + " OFFSET " + wish.offset(),
            row -> line(row, wanted.account()),
            arguments);
    return new Statement(
        opening,
        new Page<>(running(wanted.account(), before, entries), wish.page(), wish.size(), total),
        closing(wanted));
  }

  private Money opening(Wanted wanted) {
    return wanted.from() == null
        ? Money.zero(wanted.account().currency())
        : balances.before(wanted.account(), wanted.basis(), wanted.from());
  }

  private Money closing(Wanted wanted) {
    return wanted.to() == null
        ? balances.of(wanted.account())
        : balances.before(wanted.account(), wanted.basis(), wanted.to().plusDays(1));
  }

  /** What the lines before a page come to. */
  private Money passedOver(Wanted wanted, Condition where, long lines) {
    return sql.one(
            "SELECT SUM(IF(side = 'DEBIT', amount_minor, 0)),"
                + " SUM(IF(side = 'CREDIT', amount_minor, 0)) FROM (SELECT e.side, e.amount_minor"
                + where.sql()
                + order(wanted)
                + " LIMIT "
                + lines
                + ") passed",
            row -> LedgerRows.balance(wanted.account(), row.getLong(1), row.getLong(2)),
            where.arguments().toArray())
        .orElseThrow();
  }

  private record Condition(String sql, List<Object> arguments) {}

  private static Condition condition(Wanted wanted, long id) {
    String where = LINES;
    List<Object> arguments = new ArrayList<>();
    arguments.add(id);
    String column = "j." + wanted.basis().column();
    if (wanted.from() != null) {
      where += " AND " + column + " >= ?";
      arguments.add(Baghdad.startOf(wanted.from()));
    }
    if (wanted.to() != null) {
      where += " AND " + column + " < ?";
      arguments.add(Baghdad.startOf(wanted.to().plusDays(1)));
    }
    return new Condition(where, arguments);
  }

  private static String select(Wanted wanted, Condition where) {
    return "SELECT e.journal, e.side, e.amount_minor, j.type, j.booked_at, j.effective_at,"
        + " j.reference, (SELECT n.number FROM ledger_journal_number n WHERE n.journal = j.id)"
        + " AS number"
        + where.sql()
        + order(wanted);
  }

  private static String order(Wanted wanted) {
    return " ORDER BY j." + wanted.basis().column() + ", e.journal, e.line";
  }

  private static StatementLine line(ResultSet row, AccountRef account) throws SQLException {
    Currency currency = account.currency();
    return new StatementLine(
        new JournalId(row.getLong("journal")),
        LedgerRows.optional(row, "number"),
        JournalType.valueOf(row.getString("type")),
        Sql.instant(row, "booked_at"),
        Sql.instant(row, "effective_at"),
        row.getString("reference"),
        Side.valueOf(row.getString("side")),
        Money.minor(row.getLong("amount_minor"), currency),
        null);
  }

  private static List<StatementLine> running(
      AccountRef account, Money before, List<StatementLine> entries) {
    List<StatementLine> lines = new ArrayList<>();
    Money balance = before;
    for (StatementLine entry : entries) {
      balance = after(account, balance, entry);
      lines.add(entry.with(balance));
    }
    return lines;
  }

  private static Money after(AccountRef account, Money balance, StatementLine entry) {
    return entry.side() == account.kind().normalSide()
        ? balance.plus(entry.amount())
        : balance.minus(entry.amount());
  }

  /**
   * Writes a whole statement as CSV, a page at a time: however long it is, only one is held. The
   * stream stays open.
   */
  public void write(Wanted wanted, OutputStream out) throws IOException {
    write(wanted, out, AT_ONCE);
  }

  /**
   * As {@link #write(Wanted, OutputStream)}.
   *
   * @param atOnce how many lines are read at once; more than any journal has
   */
  void write(Wanted wanted, OutputStream out, int atOnce) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(
        "\uFEFFbooked_at,effective_at,number,journal,type,reference,debit,credit,balance,");
    writer.write("currency\r\n");
    Optional<Long> id = accounts.find(wanted.account());
    Money[] balance = {opening(wanted)};
    balance(writer, "OPENING", balance[0]);
    if (id.isPresent()) {
      // one whole journal after another from where the last page ended: what is posted meanwhile,
      // and happened earlier, neither moves a line twice into view nor out of it
      Condition where = condition(wanted, id.get());
      List<StatementLine> entries;
      do {
        entries =
            sql.list(
                select(wanted, where) + " LIMIT " + atOnce,
                row -> line(row, wanted.account()),
                where.arguments().toArray());
        if (entries.size() == atOnce) {
          entries = wholeJournals(entries);
          where = after(wanted, id.get(), entries.get(entries.size() - 1));
        } else {
          where = null;
        }
        for (StatementLine entry : running(wanted.account(), balance[0], entries)) {
          write(writer, entry);
          balance[0] = entry.balance();
        }
      } while (where != null);
    }
    balance(writer, "CLOSING", balance[0]);
    writer.flush();
  }

  /** Without the last journal, of which there may be more. */
  private static List<StatementLine> wholeJournals(List<StatementLine> entries) {
    JournalId last = entries.get(entries.size() - 1).journal();
    List<StatementLine> whole =
        entries.stream().filter(entry -> !entry.journal().equals(last)).toList();
    return whole;
  }

  private static Condition after(Wanted wanted, long id, StatementLine last) {
    Condition all = condition(wanted, id);
    Instant at = wanted.basis() == Basis.BOOKED ? last.bookedAt() : last.effectiveAt();
    List<Object> arguments = new ArrayList<>(all.arguments());
    arguments.add(at);
    arguments.add(at);
    arguments.add(last.journal().value());
    String column = "j." + wanted.basis().column();
    return new Condition(
        all.sql() + " AND (" + column + " > ? OR (" + column + " = ? AND e.journal > ?))",
        arguments);
  }

  private static void balance(Writer writer, String word, Money money) throws IOException {
    writer.write(
        ",,,," + word + ",,,," + money.decimal().toPlainString() + "," + money.currency() + "\r\n");
  }

  private static void write(Writer writer, StatementLine line) throws IOException {
    String amount = line.amount().decimal().toPlainString();
    boolean debit = line.side() == Side.DEBIT;
    writer.write(
        String.join(
            ",",
            Csv.cell(line.bookedAt()),
            Csv.cell(line.effectiveAt()),
            Csv.cell(line.number()),
            Csv.cell(line.journal()),
            Csv.cell(line.type()),
            Csv.cell(line.reference()),
            debit ? amount : "",
            debit ? "" : amount,
            line.balance().decimal().toPlainString(),
            line.amount().currency().name()));
    writer.write("\r\n");
  }
}
