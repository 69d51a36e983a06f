package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wasl.ledger.JournalEntry.Line.credit;
import static wasl.ledger.JournalEntry.Line.debit;
import static wasl.ledger.LedgerFixtures.aKey;
import static wasl.ledger.LedgerFixtures.anEscrow;
import static wasl.ledger.LedgerFixtures.collected;
import static wasl.ledger.LedgerFixtures.refunded;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Sql;

/**
 * Another program, written by others, reads the export: it finds no fault, and its balances are
 * ours, account by account, now and as of a day by either date. Left out where hledger is not
 * installed.
 */
@ExtendWith(ArquillianExtension.class)
class HledgerIT {

  @Inject private Ledger ledger;
  @Inject private ExportLedger export;
  @Inject private AccountQueries accounts;
  @Inject private Balances balances;
  @Inject private Sql sql;
  @Resource private UserTransaction transaction;

  @Test
  void acceptsTheExportAndFindsTheSameBalances() throws Exception {
    assumeTrue(installed(), "hledger is not installed");
    post(collected(aKey(), anEscrow(), 12_345));
    AccountRef escrow = anEscrow();
    post(collected(aKey(), escrow, 500));
    post(refunded(aKey(), escrow, 120));
    Money dinars = Money.minor(1_300_000, Currency.IQD);
    post(
        new JournalEntry(
            JournalType.EXCHANGE,
            aKey(),
            LedgerFixtures.THEN,
            JournalReference.to("a; b, c:d | e"),
            List.of(
                debit(AccountRef.of(AccountKind.LIQUIDITY, Currency.IQD), dinars),
                credit(AccountRef.of(AccountKind.OPERATING_BANK, Currency.IQD), dinars))));

    Path file = Files.createTempFile("wasl", ".journal");
    try {
      Map<String, BigDecimal> ours;
      // whatever is still booked in the background must not come between
      do {
        ours = ours();
        try (OutputStream out = Files.newOutputStream(file)) {
          export.handle(LedgerExport.HLEDGER, out);
        }
      } while (!ours.equals(ours()));

      assertThat(hledger(file, "check", "--strict")).isEmpty();
      assertThat(balances(file)).isEqualTo(ours);

      LocalDate after = LocalDate.ofInstant(LedgerFixtures.THEN, ZoneOffset.UTC).plusDays(1);
      String name = HledgerJournals.name(escrow);
      assertThat(balances(file, "--date2", "--end", after.toString(), name).get(name + " USD"))
          .isEqualByComparingTo(balances.before(escrow, Basis.EFFECTIVE, after).decimal().negate());
      assertThat(balances(file, "--end", after.toString(), name)).isEmpty();
      assertThat(balances.before(escrow, Basis.BOOKED, after).isZero()).isTrue();
    } finally {
      Files.delete(file);
    }
  }

  /** As hledger counts: debits positive, and nothing of accounts that stand at zero. */
  private Map<String, BigDecimal> ours() {
    Map<String, BigDecimal> ours = new TreeMap<>();
    for (AccountKind kind : AccountKind.values()) {
      sql.list(
              "SELECT kind, currency, owner FROM ledger_account WHERE kind = ?",
              LedgerRows::account,
              kind)
          .forEach(
              account -> {
                AccountView view = accounts.account(account).orElseThrow();
                Money standing = view.debits().minus(view.credits());
                if (!standing.isZero()) {
                  ours.put(
                      HledgerJournals.name(account) + " " + account.currency(), standing.decimal());
                }
              });
    }
    return ours;
  }

  private static Map<String, BigDecimal> balances(Path file, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("balance", "--flat", "-N", "--layout=bare", "-O", "csv"));
    arguments.addAll(List.of(more));
    Map<String, BigDecimal> found = new TreeMap<>();
    for (String row : hledger(file, arguments.toArray(String[]::new)).lines().skip(1).toList()) {
      String[] cells = row.substring(1, row.length() - 1).split("\",\"");
      found.put(cells[0] + " " + cells[1], new BigDecimal(cells[2]));
    }
    return found;
  }

  private static String hledger(Path file, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("hledger", "-f", file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static boolean installed() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("hledger", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private void post(JournalEntry entry) throws Exception {
    transaction.begin();
    try {
      ledger.post(entry);
      transaction.commit();
    } catch (RuntimeException failed) {
      transaction.rollback();
      throw failed;
    }
  }
}
