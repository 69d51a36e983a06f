package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.ledger.LedgerFixtures.CLEARING;
import static wasl.ledger.LedgerFixtures.THEN;
import static wasl.ledger.LedgerFixtures.usd;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.money.Currency;
import wasl.shared.Csv;

class ExportFormsTest {

  private static final AccountRef ESCROW =
      AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, 700_000_000_000L);

  private static JournalView journal(String reference) {
    return new JournalView(
        new JournalId(600_000_000_000L),
        12L,
        JournalType.PLEDGE_COLLECTED,
        THEN,
        THEN.minusSeconds(86_400),
        700_000_000_000L,
        null,
        reference,
        null,
        List.of(
            JournalEntry.Line.debit(CLEARING, usd(2_500)),
            JournalEntry.Line.credit(ESCROW, usd(2_500))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "%x"})
  void noCellBecomesAFormula(String attack) {
    assertThat(Csv.cell(attack).replace("\"", "")).startsWith("'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"ch_1|ch_1", "a,b|\"a,b\"", "say \"x\"|\"say \"\"x\"\"\""})
  void quotesWhatMustBeQuoted(String text, String cell) {
    assertThat(Csv.cell(text)).isEqualTo(cell);
  }

  @Test
  void dropsInvisibleMarks() {
    assertThat(Csv.cell("\u2068=1\u2069")).isEqualTo("'=1");
  }

  @Test
  void writesALineForEachEntry() throws IOException {
    StringWriter out = new StringWriter();
    CsvJournals csv = new CsvJournals(out);
    csv.begin(null);
    csv.write(journal("ch_1"));
    String[] lines = out.toString().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[1])
        .startsWith("12,")
        .endsWith(",ch_1,,1,GATEWAY_CLEARING:USD,DEBIT,25.00,USD");
    assertThat(lines[0].split(",")).hasSameSizeAs(lines[1].split(","));
  }

  @Test
  void leavesNothingForHledgerToMisread() throws IOException {
    StringWriter out = new StringWriter();
    new HledgerJournals(out).write(journal("re; date:2020-01-01, x | y\n2030-01-01 sneaked"));
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .startsWith("2026-02-15=2026-02-14 * (12) PLEDGE_COLLECTED | re  date")
        .contains("  ; journal:");
    assertThat(lines[1]).isEqualTo("    assets:gateway_clearing  25.00 USD");
    assertThat(lines[2]).startsWith("    liabilities:listing_escrow:").endsWith("  -25.00 USD");
  }
}
