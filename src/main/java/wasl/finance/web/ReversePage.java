package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.finance.Corrections;
import wasl.finance.ReverseJournal;
import wasl.ledger.JournalId;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/journals/{id}/reverse}: undoing a journal, with the reason. */
@Named
@RequestScoped
public class ReversePage {

  @Inject private LedgerQueries journals;
  @Inject private ReverseJournal reverse;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String id;
  private String reason;
  private JournalView journal;

  /** Reads the journal that is to be undone. */
  public void load() {
    current.get().require(Permission.MOVE_MONEY);
    journal =
        JournalId.parse(id)
            .flatMap(journals::journal)
            .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
  }

  /** Undoes it and shows what undid it. */
  public void reverse() {
    JournalId reversal =
        reverse.handle(new ReverseJournal.Command(current.get(), journal.id(), reason));
    messages.flash("ok", "finance.reversal.done");
    PageLinks.here().go("/finance/journals/" + reversal);
  }

  /** Whether this reader may undo this journal, and it is not undone yet. */
  public boolean offers(JournalView one, JournalId reversedBy) {
    return reversedBy == null
        && current.get().may(Permission.MOVE_MONEY)
        && Corrections.reversible(one.type());
  }

  public JournalView getJournal() {
    return journal;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
