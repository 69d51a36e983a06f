package wasl.discovery;

import java.util.List;
import wasl.listing.ListingId;

/**
 * What the index says to a question: the ids of one page, and the numbers.
 *
 * @param question null where no words were asked for
 */
record Hits(List<ListingId> listings, Facets facets, Question question, Found.How how) {}
