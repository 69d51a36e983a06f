package wasl.ledger;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.Writer;
import wasl.shared.Ids;

/** One journal a line, as the REST interface writes it. */
final class JsonJournals implements JournalWriter {

  private final Writer out;

  JsonJournals(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Snapshot snapshot) {
    // JSON lines have no head.
  }

  @Override
  public void write(JournalView journal) throws IOException {
    JsonArrayBuilder entries = Json.createArrayBuilder();
    for (JournalEntry.Line line : journal.entries()) {
      entries.add(
          Json.createObjectBuilder()
              .add("account", line.account().toString())
              .add("side", line.side().name())
              .add(
                  "amount",
                  Json.createObjectBuilder()
                      .add("amount", line.amount().decimal().toPlainString())
                      .add("currency", line.amount().currency().name())));
    }
    JsonObjectBuilder json = Json.createObjectBuilder().add("id", journal.id().toString());
    if (journal.number() != null) {
      json.add("number", journal.number());
    }
    json.add("type", journal.type().name())
        .add("bookedAt", journal.bookedAt().toString())
        .add("effectiveAt", journal.effectiveAt().toString());
    text(json, "listing", journal.listing() == null ? null : Ids.text(journal.listing()));
    text(json, "pledge", journal.pledge() == null ? null : Ids.text(journal.pledge()));
    text(json, "reference", journal.reference());
    text(json, "reverses", journal.reverses());
    out.write(json.add("entries", entries).build().toString());
    out.write('\n');
  }

  private static void text(JsonObjectBuilder json, String name, Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }
}
