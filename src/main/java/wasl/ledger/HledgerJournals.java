package wasl.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import wasl.money.Currency;
import wasl.shared.Baghdad;
import wasl.shared.Ids;

/**
 * A journal of hledger (hledger.org, journal format) that {@code hledger check --strict} accepts:
 * debits positive, credits negative, the booking day in Baghdad first, the effective day second.
 * Accounts and currencies are declared at its head.
 */
final class HledgerJournals implements JournalWriter {

  private static final Map<AccountClass, String> ROOTS =
      Map.of(
          AccountClass.ASSET, "assets",
          AccountClass.LIABILITY, "liabilities",
          AccountClass.INCOME, "revenues",
          AccountClass.EXPENSE, "expenses");

  private final Writer out;

  HledgerJournals(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Snapshot snapshot) throws IOException {
    for (Currency currency : Currency.values()) {
      String decimals = currency.scale() == 0 ? "." : "." + "0".repeat(currency.scale());
      out.write("commodity 1000" + decimals + " " + currency + "\n");
    }
    out.write('\n');
    snapshot.rows(
        "SELECT kind, currency, owner FROM ledger_account ORDER BY id",
        row -> declare(LedgerRows.account(row)));
    out.write('\n');
  }

  private void declare(AccountRef account) {
    try {
      // Two accounts that differ in currency only are one account there, declared once or twice.
      out.write("account " + name(account) + "\n");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void write(JournalView journal) throws IOException {
    out.write(Baghdad.day(journal.bookedAt()).toString());
    out.write("=" + Baghdad.day(journal.effectiveAt()) + " *");
    if (journal.number() != null) {
      out.write(" (" + journal.number() + ")");
    }
    out.write(" " + journal.type());
    if (journal.reference() != null) {
      out.write(" | " + plain(journal.reference()));
    }
    out.write("  ; journal:" + journal.id());
    tag("listing", journal.listing());
    tag("pledge", journal.pledge());
    out.write('\n');
    for (JournalEntry.Line line : journal.entries()) {
      String sign = line.side() == Side.DEBIT ? "" : "-";
      out.write("    " + name(line.account()) + "  " + sign);
      out.write(line.amount().decimal().toPlainString() + " " + line.amount().currency() + "\n");
    }
    out.write('\n');
  }

  private void tag(String name, Long id) throws IOException {
    if (id != null) {
      out.write(", " + name + ":" + Ids.text(id));
    }
  }

  static String name(AccountRef account) {
    String kind = account.kind().name().toLowerCase(Locale.ROOT);
    String name = ROOTS.get(account.kind().accountClass()) + ":" + kind;
    return account.owner() == 0 ? name : name + ":" + Ids.text(account.owner());
  }

  /** Without what hledger would read as a comment, a tag or the end of the line. */
  private static String plain(String text) {
    return text.replaceAll("[;|,\\p{Cntrl}\\u2028\\u2029]", " ").strip();
  }
}
