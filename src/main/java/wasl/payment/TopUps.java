package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.ledger.JournalId;
import wasl.ledger.JournalNotes;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.shared.Sql;

/** Who booked which top-up. */
@ApplicationScoped
public class TopUps implements JournalNotes {

  @Inject private Sql sql;
  @Inject private PartyQueries parties;

  /** Keeps it, in the caller's transaction; who sends the same form again changes nothing. */
  void add(JournalId journal, PartyId by, Instant now) {
    sql.change(
        "INSERT IGNORE INTO payment_top_up (journal, party, made_at) VALUES (?, ?, ?)",
        journal.value(),
        by.value(),
        now);
  }

  @Override
  public Optional<Note> of(JournalId journal) {
    return sql.one(
            "SELECT t.party, j.reference FROM payment_top_up t JOIN ledger_journal j"
                + " ON j.id = t.journal WHERE t.journal = ?",
            row -> Map.entry(new PartyId(row.getLong(1)), row.getString(2)),
            journal.value())
        .map(
            kept ->
                new Note(
                    parties.contacts(List.of(kept.getKey())).values().stream()
                        .map(Contact::name)
                        .findFirst()
                        .orElse(kept.getKey().toString()),
                    kept.getValue()));
  }
}
