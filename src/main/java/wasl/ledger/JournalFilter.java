package wasl.ledger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import wasl.shared.Baghdad;
import wasl.shared.Ids;
import wasl.shared.Refused;

/**
 * Which journals; null means any.
 *
 * @param account journals with an entry on this account
 * @param from booked at or after
 * @param to booked before
 */
public record JournalFilter(
    Long pledge, Long listing, AccountRef account, JournalType type, Instant from, Instant to) {

  /** All journals. */
  public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, null);

  /**
   * Reads a filter as people and programs write it; null and blank mean any. Days are days in
   * Baghdad, both included; instants are ISO 8601, the second one excluded.
   *
   * @throws Refused {@link LedgerRefused.InvalidFilter}
   */
  public static JournalFilter parse(
      String pledge, String listing, String account, String type, String from, String to) {
    return new JournalFilter(
        read(LedgerField.PLEDGE, pledge, Ids::parse),
        read(LedgerField.LISTING, listing, Ids::parse),
        read(LedgerField.ACCOUNT, account, AccountRef::parse),
        read(LedgerField.TYPE, type, JournalFilter::typeOf),
        read(LedgerField.FROM, from, text -> instant(text, 0)),
        read(LedgerField.TO, to, text -> instant(text, 1)));
  }

  private static <T> T read(LedgerField field, String text, Function<String, Optional<T>> reader) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return reader
        .apply(text.strip())
        .orElseThrow(() -> new Refused(new LedgerRefused.InvalidFilter(field)));
  }

  private static Optional<JournalType> typeOf(String name) {
    return Arrays.stream(JournalType.values()).filter(t -> t.name().equals(name)).findFirst();
  }

  private static Optional<Instant> instant(String text, int daysOn) {
    try {
      if (text.contains("T")) {
        Instant instant = Instant.parse(text);
        return Baghdad.read(instant.toString().split("T")[0]).map(day -> instant);
      }
      return Baghdad.read(text).map(day -> Baghdad.startOf(day.plusDays(daysOn)));
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
