package wasl.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wasl.listing.ListingQueries;
import wasl.listing.ListingSearch;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;

/**
 * Finds published listings by words and filters. The index says which; what they are, and whether
 * they are still to be shown, the database says.
 */
@ApplicationScoped
public class SearchListings {

  @Inject private NodeIndex index;
  @Inject private ListingQueries listings;

  /**
   * One page of what was found.
   *
   * @param reader whose language titles and summaries are wanted in
   * @throws Refused {@link DiscoveryRefused.NotReady} where words or an institution are asked for
   *     while this node has no index
   */
  public Found find(ListingSearch search, Page.Wish wish, Lang reader) {
    if (search.q() == null && search.institution() == null) {
      return new Found(
          listings.search(search, wish, reader), facets(search), Found.How.ALL, List.of());
    }
    Hits hits = index.search(searcher -> index.memory(searcher).find(search, wish));
    List<ListingSearch.Row> rows =
        listings.rows(hits.listings(), reader).stream().filter(row -> fits(row, search)).toList();
    long gone = hits.listings().size() - (long) rows.size();
    return new Found(
        new Page<>(rows, wish.page(), wish.size(), hits.facets().found() - gone),
        hits.facets(),
        hits.how(),
        near(hits));
  }

  /** The numbers beside the filters; null while there is no index: lists work without. */
  private Facets facets(ListingSearch search) {
    try {
      return index.search(searcher -> index.memory(searcher).facets(search));
    } catch (Refused notReady) {
      return null;
    }
  }

  /** What has changed since it was put into the index falls out. */
  private static boolean fits(ListingSearch.Row row, ListingSearch search) {
    return (search.states().isEmpty() || search.states().contains(row.state()))
        && (search.governorate() == null || search.governorate() == row.governorate())
        && (search.sector() == null || search.sector() == row.sector())
        && (search.model() == null || search.model() == row.model());
  }

  private static List<Found.Near> near(Hits hits) {
    List<Found.Near> near = new ArrayList<>();
    if (hits.question() == null) {
      return near;
    }
    for (Question.Asked word : hits.question().words()) {
      if (word.near() != null && !word.near().equals(word.typed())) {
        near.add(new Found.Near(word.typed(), word.near(), instead(hits.question(), word)));
      }
    }
    return near;
  }

  private static String instead(Question question, Question.Asked replaced) {
    return question.words().stream()
        .map(word -> word == replaced ? word.near() : word.typed())
        .collect(Collectors.joining(" "));
  }
}
