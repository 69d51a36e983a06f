package wasl.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import wasl.ledger.JournalId;
import wasl.ledger.JournalNotes;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.shared.Access;
import wasl.shared.Ids;
import wasl.shared.Refused;

/** One journal. */
@Named("journalPage")
@RequestScoped
public class JournalPage {

  @Inject private Access access;
  @Inject private LedgerQueries queries;
  @Inject private ListingTitles titles;
  @Inject @Any private Instance<JournalNotes> notes;

  private String id;
  private JournalView journal;
  private ListingTitles.Title title;
  private JournalId reversedBy;
  private JournalNotes.Note note;

  /** Reads what the page shows. */
  public void load() {
    access.require("READ_LEDGER");
    journal =
        JournalId.parse(id)
            .flatMap(queries::journal)
            .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    if (journal.listing() != null) {
      title = titles.of(List.of(journal.listing())).get(journal.listing());
    }
    reversedBy = queries.reversalOf(journal.id()).orElse(null);
    note =
        notes.stream()
            .sorted(Comparator.comparing(each -> !each.first()))
            .flatMap(each -> each.of(journal.id()).stream())
            .findFirst()
            .orElse(null);
  }

  public JournalView getJournal() {
    return journal;
  }

  /** What its project is called; null where it is about none. */
  public ListingTitles.Title getTitle() {
    return title;
  }

  public JournalId getReversedBy() {
    return reversedBy;
  }

  /** Who made it by hand and why, or null. */
  public JournalNotes.Note getNote() {
    return note;
  }

  /** The id of a listing or pledge as people know it. */
  public String text(Long number) {
    return number == null ? "" : Ids.text(number);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
