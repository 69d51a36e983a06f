package wasl.discovery;

import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import wasl.discovery.ListingDocument.FilterField;
import wasl.discovery.Question.Asked;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;

/** Puts words and filters into the index's terms: which listings match, and which match best. */
final class Matching {

  /** Where a word stands, and how much it counts there, in percent. */
  private static final Map<String, Integer> FIELDS =
      Map.of(
          ListingDocument.TITLE, 600,
          ListingDocument.DISTRICT, 500,
          ListingDocument.BUSINESS, 450,
          ListingDocument.PLACE, 350,
          ListingDocument.SUMMARY, 250,
          ListingDocument.KIND, 120,
          ListingDocument.STORY, 80);

  /** Two words beside one another in a title. */
  private static final int BESIDE = 300;

  /** Where two match alike, the one that can still be pledged to. */
  private static final int OPEN = 60;

  private static final int SLOP = 2;

  private Matching() {}

  /** All listings that have at least so many of the words. */
  static Query of(List<Asked> words, int least) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean every = least >= words.size();
    for (Asked word : words) {
      all.add(any(word), every ? Occur.MUST : Occur.SHOULD);
    }
    if (!every) {
      all.setMinimumNumberShouldMatch(Math.max(1, least));
    }
    return new ConstantScoreQuery(all.build());
  }

  private static Query any(Asked word) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : word.terms().keySet()) {
      any.add(new TermQuery(new Term(ListingDocument.ANY, term)), Occur.SHOULD);
    }
    return any.build();
  }

  /** The same with the filters. */
  static BooleanQuery.Builder filtered(Query matching, ListingSearch search) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(matching, Occur.FILTER);
    filter(query, FilterField.GOVERNORATE, name(search.governorate()));
    filter(query, FilterField.SECTOR, name(search.sector()));
    filter(query, FilterField.MODEL, name(search.model()));
    filter(query, FilterField.INSTITUTION, search.institution());
    if (!search.states().isEmpty()) {
      BooleanQuery.Builder states = new BooleanQuery.Builder();
      for (ListingState state : search.states()) {
        states.add(new TermQuery(new Term(FilterField.STATE, state.name())), Occur.SHOULD);
      }
      query.add(states.build(), Occur.FILTER);
    }
    return query;
  }

  private static String name(Enum<?> chosen) {
    return chosen == null ? null : chosen.name();
  }

  private static void filter(BooleanQuery.Builder query, String field, String chosen) {
    if (chosen != null) {
      query.add(new TermQuery(new Term(field, chosen)), Occur.FILTER);
    }
  }

  /** Adds what makes one match better than another. */
  static void rank(BooleanQuery.Builder query, List<Asked> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).terms().isEmpty()) {
        query.add(where(words.get(i)), Occur.SHOULD);
      }
      if (i > 0) {
        query.add(
            boosted(
                new PhraseQuery(
                    SLOP,
                    ListingDocument.TITLE,
                    TermName.spelled(words.get(i - 1).folded()),
                    TermName.spelled(words.get(i).folded())),
                BESIDE),
            Occur.SHOULD);
      }
    }
    Query open = new TermQuery(new Term(FilterField.STATE, ListingState.LIVE.name()));
    query.add(boosted(new ConstantScoreQuery(open), OPEN), Occur.SHOULD);
  }

  /** The best place where a word stands counts, the others only a little. */
  private static Query where(Asked word) {
    List<Query> places =
        FIELDS.entrySet().stream()
            .map(field -> boosted(in(field.getKey(), word), field.getValue()))
            .toList();
    return new DisjunctionMaxQuery(places, 0.15f);
  }

  private static Query in(String field, Asked word) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    word.terms()
        .forEach(
            (term, percent) -> any.addTerm(new Term(field, term), Math.min(1f, percent / 100f)));
    return any.build();
  }

  private static Query boosted(Query query, int percent) {
    return new BoostQuery(query, percent / 100f);
  }
}
