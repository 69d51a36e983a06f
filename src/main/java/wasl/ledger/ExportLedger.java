package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the whole ledger as it stands at one instant, journal by journal. */
@ApplicationScoped
public class ExportLedger {

  @Inject private Books books;

  /** Writes everything; the stream stays open. */
  public void handle(LedgerExport form, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
    JournalWriter journals =
        switch (form) {
          case CSV -> new CsvJournals(writer);
          case JSONL -> new JsonJournals(writer);
          case HLEDGER -> new HledgerJournals(writer);
        };
    try {
      books.at(
          snapshot -> {
            write(snapshot, journals);
            return null;
          });
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
    writer.flush();
  }

  private static void write(Snapshot snapshot, JournalWriter journals) {
    try {
      journals.begin(snapshot);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    snapshot.journals(
        journal -> {
          try {
            journals.write(journal.view());
          } catch (IOException gone) {
            throw new UncheckedIOException(gone);
          }
        });
  }
}
