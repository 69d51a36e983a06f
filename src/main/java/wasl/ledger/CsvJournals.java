package wasl.ledger;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import wasl.shared.Ids;

/**
 * One line an entry (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. A
 * text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
 * injection).
 */
final class CsvJournals implements JournalWriter {

  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n|%].*");
  private static final Pattern MARKS = Pattern.compile("[\\u2066-\\u2069\\u200E\\u200F]");

  private final Writer out;

  CsvJournals(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Snapshot snapshot) throws IOException {
    out.write(
        "\uFEFFnumber,journal,type,booked_at,effective_at,listing,pledge,reference,reverses,"
            + "line,account,side,amount,currency\r\n");
  }

  @Override
  public void write(JournalView journal) throws IOException {
    String head =
        cell(journal.number())
            + ","
            + cell(journal.id())
            + ","
            + cell(journal.type())
            + ","
            + cell(journal.bookedAt())
            + ","
            + cell(journal.effectiveAt())
            + ","
            + id(journal.listing())
            + ","
            + id(journal.pledge())
            + ","
            + cell(journal.reference())
            + ","
            + cell(journal.reverses());
    int number = 1;
    for (JournalEntry.Line line : journal.entries()) {
      out.write(head);
      out.write("," + number++ + "," + cell(line.account()) + "," + line.side() + ",");
      out.write(line.amount().decimal().toPlainString() + "," + line.amount().currency() + "\r\n");
    }
  }

  private static String id(Long id) {
    return id == null ? "" : Ids.text(id);
  }

  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = MARKS.matcher(value.toString()).replaceAll("");
    if (FORMULA.matcher(text).matches()) {
      text = "'" + text;
    }
    return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
