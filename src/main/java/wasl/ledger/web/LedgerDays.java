package wasl.ledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import wasl.ledger.LedgerField;
import wasl.ledger.LedgerRefused;
import wasl.shared.web.PageMessages;

/** Days as the ledger's pages take them. */
final class LedgerDays {

  private LedgerDays() {}

  /** The day that was typed; null for none, and for one that cannot be read, which it says. */
  static LocalDate read(String typed, LedgerField field, PageMessages messages) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException malformed) {
      messages.refuse(new LedgerRefused.InvalidFilter(field));
      return null;
    }
  }
}
