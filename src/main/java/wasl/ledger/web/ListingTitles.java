package wasl.ledger.web;

import java.util.Collection;
import java.util.Map;
import wasl.shared.Lang;

/** What the projects are called whose money stands on accounts: the ledger knows but their ids. */
public interface ListingTitles {

  /** A title and the language that it is in. */
  record Title(String text, Lang lang) {}

  /** The titles for the page's reader, all in one query. */
  Map<Long, Title> of(Collection<Long> listings);
}
