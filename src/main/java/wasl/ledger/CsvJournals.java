package wasl.ledger;

import java.io.IOException;
import java.io.Writer;
import wasl.shared.Csv;
import wasl.shared.Ids;

/** One line an entry, as {@link Csv} writes cells. */
final class CsvJournals implements JournalWriter {

  private final Writer out;

  CsvJournals(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Snapshot snapshot) throws IOException {
    out.write(
        Csv.BEGIN
            + "number,journal,type,booked_at,effective_at,listing,pledge,reference,reverses,"
            + "line,account,side,amount,currency\r\n");
  }

  @Override
  public void write(JournalView journal) throws IOException {
    String head =
        Csv.cell(journal.number())
            + ","
            + Csv.cell(journal.id())
            + ","
            + Csv.cell(journal.type())
            + ","
            + Csv.cell(journal.bookedAt())
            + ","
            + Csv.cell(journal.effectiveAt())
            + ","
            + id(journal.listing())
            + ","
            + id(journal.pledge())
            + ","
            + Csv.cell(journal.reference())
            + ","
            + Csv.cell(journal.reverses());
    int number = 1;
    for (JournalEntry.Line line : journal.entries()) {
      out.write(head);
      out.write("," + number++ + "," + Csv.cell(line.account()) + "," + line.side() + ",");
      out.write(line.amount().decimal().toPlainString() + "," + line.amount().currency() + "\r\n");
    }
  }

  private static String id(Long id) {
    return id == null ? "" : Ids.text(id);
  }
}
