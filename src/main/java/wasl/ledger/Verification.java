package wasl.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wasl.money.Currency;
import wasl.money.Money;

/** One pass over the books; keeps two sums an account and nothing else. */
final class Verification {

  static final String BALANCE = "every-journal-balances";
  static final String UNCHANGED = "no-journal-changed";
  static final String REVERSALS = "reversals-mirror-their-journal";
  static final String GUARDED = "no-account-of-others-below-zero";
  static final String ROLLUPS = "rollups-equal-entries";
  static final String DAYS = "days-equal-entries";
  static final String NUMBERS = "numbers-without-a-gap";
  static final String KEYS = "a-key-posts-once";

  private final long settled;
  private final Map<String, String> faults = new LinkedHashMap<>();
  private final Map<AccountRef, Sums> sums = new HashMap<>();
  private long rolledUpTo;
  private long journals;
  private long entries;

  /** Debits and credits of an account, all of them and those that its roll-up should count. */
  private static final class Sums {
    private final long[] all = new long[2];
    private final long[] rolled = new long[2];
  }

  /**
   * @param settled journals up to this id must have their number
   */
  Verification(long settled) {
    this.settled = settled;
    for (String promise :
        List.of(BALANCE, UNCHANGED, REVERSALS, GUARDED, ROLLUPS, DAYS, NUMBERS, KEYS)) {
      faults.put(promise, null);
    }
  }

  void read(Snapshot snapshot) {
    rolledUpTo = snapshot.number("SELECT upto FROM ledger_cursor_lock WHERE name = 'BALANCES'");
    try {
      snapshot.journals(this::check);
    } catch (BrokenJournal broken) {
      // What follows rests on sums that cannot be made: only this is known.
      faults.keySet().retainAll(List.of(UNCHANGED));
      fault(UNCHANGED, broken.getMessage());
      return;
    }
    checkReversals(snapshot);
    checkGuarded();
    checkRollups(snapshot);
    checkDays(snapshot);
    checkNumbers(snapshot);
    checkKeys(snapshot);
  }

  private void check(Snapshot.Journal journal) {
    JournalView view = journal.view();
    journals++;
    entries += view.entries().size();
    Map<Currency, Money> imbalance = JournalEntry.imbalance(view.entries());
    if (view.entries().size() < 2 || !imbalance.isEmpty()) {
      fault(BALANCE, "journal " + view.id() + " is off by " + imbalance.values());
    }
    JournalReference about =
        new JournalReference(view.listing(), view.pledge(), view.reference(), view.reverses());
    String hash = JournalEntry.bodyHash(view.type(), view.effectiveAt(), about, view.entries());
    if (!hash.equals(journal.hash())) {
      fault(UNCHANGED, "journal " + view.id() + " is not what was posted");
    }
    boolean rolled = view.id().value() <= rolledUpTo;
    for (JournalEntry.Line line : view.entries()) {
      Sums account = sums.computeIfAbsent(line.account(), ref -> new Sums());
      int side = line.side().ordinal();
      long minor = line.amount().amountMinor();
      account.all[side] = Math.addExact(account.all[side], minor);
      if (rolled) {
        account.rolled[side] = Math.addExact(account.rolled[side], minor);
      }
    }
  }

  private void checkReversals(Snapshot snapshot) {
    snapshot.rows(
        "SELECT r.id FROM ledger_journal r WHERE r.reverses IS NOT NULL AND ("
            + "(SELECT COUNT(*) FROM ledger_entry e WHERE e.journal = r.id) <>"
            + " (SELECT COUNT(*) FROM ledger_entry o WHERE o.journal = r.reverses)"
            + " OR EXISTS (SELECT 1 FROM ledger_entry e LEFT JOIN ledger_entry o"
            + " ON o.journal = r.reverses AND o.line = e.line AND o.account = e.account"
            + " AND o.amount_minor = e.amount_minor AND o.side <> e.side"
            + " WHERE e.journal = r.id AND o.journal IS NULL))",
        row ->
            fault(REVERSALS, "journal " + new JournalId(row.getLong(1)) + " does not mirror it"));
  }

  private void checkGuarded() {
    sums.forEach(
        (account, sum) -> {
          Money balance = LedgerRows.balance(account, sum.all[0], sum.all[1]);
          if (account.kind().guarded() && balance.isNegative()) {
            fault(GUARDED, account + " stands at " + balance);
          }
        });
  }

  private void checkRollups(Snapshot snapshot) {
    Map<AccountRef, Sums> left = new HashMap<>(sums);
    snapshot.rows(
        "SELECT a.kind, a.currency, a.owner, r.debit_minor, r.credit_minor"
            + " FROM ledger_balance_rollup r JOIN ledger_account a ON a.id = r.account",
        row -> {
          AccountRef account = LedgerRows.account(row);
          Sums sum = left.remove(account);
          long debits = sum == null ? 0 : sum.rolled[0];
          long credits = sum == null ? 0 : sum.rolled[1];
          if (row.getLong("debit_minor") != debits || row.getLong("credit_minor") != credits) {
            fault(
                ROLLUPS,
                account
                    + " is rolled up as "
                    + LedgerRows.balance(
                        account, row.getLong("debit_minor"), row.getLong("credit_minor"))
                    + ", its entries say "
                    + LedgerRows.balance(account, debits, credits));
          }
        });
    left.forEach(
        (account, sum) -> {
          if (sum.rolled[0] != 0 || sum.rolled[1] != 0) {
            fault(ROLLUPS, account + " has no roll-up");
          }
        });
  }

  /** Each day's sums, by both dates, both ways: no row too many and none too few. */
  private void checkDays(Snapshot snapshot) {
    for (Basis basis : Basis.values()) {
      String entries =
          "(SELECT e.account, DATE(j."
              + basis.column()
              + " + INTERVAL 3 HOUR) AS day, SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)) AS debits,"
              + " SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)) AS credits FROM ledger_entry e"
              + " JOIN ledger_journal j ON j.id = e.journal WHERE e.journal <= "
              + rolledUpTo
              + " GROUP BY e.account, DATE(j."
              + basis.column()
              + " + INTERVAL 3 HOUR)) s";
      String rows =
          "(SELECT account, day, debit_minor, credit_minor FROM ledger_day_rollup WHERE basis = '"
              + basis
              + "') d";
      String same = " ON s.account = d.account AND s.day = d.day";
      checkDays(
          snapshot,
          entries + " LEFT JOIN " + rows + same,
          "d.account IS NULL OR d.debit_minor <> s.debits OR d.credit_minor <> s.credits",
          "s");
      checkDays(
          snapshot,
          rows + " LEFT JOIN " + entries + same,
          "s.account IS NULL AND (d.debit_minor <> 0 OR d.credit_minor <> 0)",
          "d");
    }
  }

  private void checkDays(Snapshot snapshot, String from, String wrong, String side) {
    snapshot.rows(
        "SELECT a.kind, a.currency, a.owner, "
            + side
            + ".day FROM "
            + from
            + " JOIN ledger_account a ON a.id = "
            + side
            + ".account WHERE "
            + wrong
            + " LIMIT 1",
        row ->
            fault(
                DAYS,
                LedgerRows.account(row)
                    + " on "
                    + row.getString(4)
                    + " is not what its entries say"));
  }

  private void checkNumbers(Snapshot snapshot) {
    long[] expected = {0};
    snapshot.rows(
        "SELECT number FROM ledger_journal_number ORDER BY number",
        row -> {
          expected[0]++;
          if (row.getLong(1) != expected[0]) {
            fault(NUMBERS, "number " + expected[0] + " is missing");
            expected[0] = row.getLong(1);
          }
        });
    snapshot.rows(
        "SELECT j.id FROM ledger_journal j LEFT JOIN ledger_journal_number n ON n.journal = j.id"
            + " WHERE n.journal IS NULL AND j.id <= "
            + settled
            + " LIMIT 1",
        row -> fault(NUMBERS, "journal " + new JournalId(row.getLong(1)) + " has none yet"));
  }

  /** The index makes it so; a restored or altered schema may have lost it. */
  private void checkKeys(Snapshot snapshot) {
    snapshot.rows(
        "SELECT idempotency_key FROM ledger_journal GROUP BY idempotency_key"
            + " HAVING COUNT(*) > 1 LIMIT 1",
        row -> fault(KEYS, row.getString(1) + " posted twice"));
  }

  private void fault(String promise, String what) {
    faults.putIfAbsent(promise, what);
  }

  List<VerifyLedger.Finding> findings() {
    return faults.entrySet().stream()
        .map(found -> new VerifyLedger.Finding(found.getKey(), found.getValue()))
        .toList();
  }

  long journals() {
    return journals;
  }

  long entries() {
    return entries;
  }

  long accounts() {
    return sums.size();
  }

  /** Where the escrow bank account and the gateway together hold less than is owed to others. */
  List<String> tasks() {
    Map<Currency, Money> missing = new EnumMap<>(Currency.class);
    sums.forEach(
        (account, sum) -> {
          Money balance = LedgerRows.balance(account, sum.all[0], sum.all[1]);
          if (EscrowCover.HOLDS.contains(account.kind())) {
            missing.merge(account.currency(), balance.negated(), Money::plus);
          } else if (EscrowCover.OWES.contains(account.kind())) {
            missing.merge(account.currency(), balance, Money::plus);
          }
        });
    List<String> tasks = new ArrayList<>();
    missing.forEach(
        (currency, gap) -> {
          if (gap.isPositive()) {
            tasks.add("escrow-covered: top up by " + gap);
          }
        });
    return tasks;
  }
}
