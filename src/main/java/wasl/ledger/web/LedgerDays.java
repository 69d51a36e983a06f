package wasl.ledger.web;

import java.time.LocalDate;
import java.util.Optional;
import wasl.ledger.LedgerField;
import wasl.ledger.LedgerRefused;
import wasl.shared.Baghdad;
import wasl.shared.web.PageMessages;

/** Days as the ledger's pages take them. */
final class LedgerDays {

  private LedgerDays() {}

  /** The day that was typed; null for none, and for one that cannot be read, which it says. */
  static LocalDate read(String typed, LedgerField field, PageMessages messages) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    Optional<LocalDate> day = Baghdad.read(typed);
    if (day.isEmpty()) {
      messages.refuse(new LedgerRefused.InvalidFilter(field));
    }
    return day.orElse(null);
  }
}
