package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wasl.ledger.JournalId;
import wasl.ledger.JournalNotes;
import wasl.ledger.JournalType;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.shared.Sql;

/** Who corrected which journal, and why. */
@ApplicationScoped
public class Corrections implements JournalNotes {

  /** By which nothing else goes. */
  private static final Set<JournalType> REVERSIBLE =
      EnumSet.of(
          JournalType.CLEARING_TOP_UP,
          JournalType.GATEWAY_PAYOUT,
          JournalType.GATEWAY_FEE,
          JournalType.FEE_CORRECTED,
          JournalType.DISPUTE_FEE,
          JournalType.ESCROW_SWEEP);

  @Inject private Sql sql;
  @Inject private PartyQueries parties;

  /** Whether journals of this type may be undone by hand. */
  public static boolean reversible(JournalType type) {
    return REVERSIBLE.contains(type);
  }

  void add(JournalId journal, JournalId corrects, PartyId by, String reason, Instant now) {
    sql.change(
        "INSERT INTO finance_correction (journal, corrects, party, reason, made_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        journal.value(),
        corrects.value(),
        by.value(),
        reason,
        now);
  }

  @Override
  public Optional<Note> of(JournalId journal) {
    return sql.one(
            "SELECT party, reason FROM finance_correction WHERE journal = ?",
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
