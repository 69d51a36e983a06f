package wasl.ledger;

import java.util.Optional;

/**
 * Something that must hold of the money at every instant, checked by {@code ./wasl verify}. The
 * ledger checks its own books; a feature adds what ties its rows to them by a bean of this kind (a
 * listing's escrow = collected − refunded − lost − disbursed − fees).
 */
public interface LedgerPromise {

  /** Its name, stable, in small letters with hyphens: {@code escrow-follows-pledges}. */
  String name();

  /** The first fault found, in English with the ids that an operator needs; nothing if it holds. */
  Optional<String> fault();
}
