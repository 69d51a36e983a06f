package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.ledger.JournalView;
import wasl.ledger.Ledger;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A finance officer undoes a journal that was wrong, once and with a reason: every line with its
 * sides exchanged. Only journals by which nothing else goes: what follows a pledge, a charge, a
 * refund or a dispute is corrected where that is, or the books would no longer follow it.
 */
@ApplicationScoped
@Transactional
public class ReverseJournal {

  static final int SHORTEST = 5;
  static final int LONGEST = 300;

  @Inject private Ledger ledger;
  @Inject private LedgerQueries journals;
  @Inject private Corrections corrections;
  @Inject private Clock clock;

  /**
   * @param key made for this reversal: of two that were asked for at the same moment the database
   *     keeps one
   */
  public record Command(Actor by, JournalId journal, String reason, String key) {}

  /**
   * Reverses the journal.
   *
   * @return the journal that undoes it
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.NoReason}, {@link
   *     FinanceRefused.FollowsSomething}, {@code LedgerRefused.NotInLedger}, {@code
   *     LedgerRefused.NotReversible}, {@code LedgerRefused.Overdraft}
   */
  public JournalId handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    check(command.reason());
    String reason = PlainText.line(command.reason());
    JournalView journal =
        journals
            .journal(command.journal())
            .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    check(journal);
    Instant now = clock.instant();
    JournalId reversal = ledger.reverse(journal.id(), "reversal:" + command.key(), now);
    corrections.add(reversal, journal.id(), command.by().party(), reason, now);
    return reversal;
  }

  /** Refuses what is no reason. */
  static void check(String reason) {
    String line = PlainText.line(reason);
    if (line == null || line.length() < SHORTEST || line.length() > LONGEST) {
      throw new Refused(new FinanceRefused.NoReason(SHORTEST, LONGEST));
    }
  }

  /** Refuses a journal that cannot be undone by hand, or is undone. */
  void check(JournalView journal) {
    if (!Corrections.reversible(journal.type())) {
      throw new Refused(new FinanceRefused.FollowsSomething(journal.type()));
    }
    if (journals.reversalOf(journal.id()).isPresent()) {
      throw new Refused(new LedgerRefused.NotReversible(journal.id().toString()));
    }
  }
}
