package wasl.ledger;

import java.time.Instant;

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
}
