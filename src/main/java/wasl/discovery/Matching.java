package wasl.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wasl.discovery.ListingDocument.FilterField;
import wasl.discovery.Question.Asked;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;

/** Puts words and filters into the index's terms: which listings match, and which match best. */
final class Matching {

  /** Two words beside one another in a title. */
  private static final int BESIDE = 500;

  /** Where two match alike, the one that can still be pledged to. */
  private static final int OPEN = 60;

  private static final int SLOP = 2;

  private Matching() {}

  /** All listings that have at least so many of the words. */
  static Query of(List<Asked> words, int least) {
    return new ConstantScoreQuery(some(words, least, Matching::any));
  }

  private static Query some(List<Asked> words, int least, Function<Asked, Query> how) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    boolean every = least >= words.size();
    for (Asked word : words) {
      some.add(how.apply(word), every ? Occur.MUST : Occur.SHOULD);
    }
    if (!every) {
      some.setMinimumNumberShouldMatch(Math.max(1, least));
    }
    return some.build();
  }

  private static Query any(Asked word) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : word.terms().keySet()) {
      any.add(new TermQuery(new Term(ListingDocument.ANY, term)), Occur.SHOULD);
    }
    return any.build();
  }

  /** The same with the filters. */
  static Query filtered(Query matching, ListingSearch search) {
    return filters(search).add(matching, Occur.FILTER).build();
  }

  private static BooleanQuery.Builder filters(ListingSearch search) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
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

  /** Those that have at least so many of a question's needed words, with what they are worth. */
  static Query ranked(Question question, int least, ListingSearch search, IndexReader index) {
    List<Asked> words = question.words();
    List<Asked> needed = question.needed();
    BooleanQuery.Builder query = filters(search);
    query.add(some(needed, least, word -> worth(word, index)), Occur.MUST);
    for (int i = 0; i < words.size(); i++) {
      if (!needed.contains(words.get(i)) && !words.get(i).terms().isEmpty()) {
        query.add(worth(words.get(i), index), Occur.SHOULD);
      }
      if (i > 0) {
        query.add(constant(beside(words.get(i - 1), words.get(i)), BESIDE), Occur.SHOULD);
      }
    }
    if (search.states().isEmpty() || search.states().size() > 1) {
      Query open = new TermQuery(new Term(FilterField.STATE, ListingState.LIVE.name()));
      query.add(constant(open, OPEN), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query beside(Asked one, Asked next) {
    return new PhraseQuery(
        SLOP,
        ListingDocument.TITLE,
        TermName.spelled(one.folded()),
        TermName.spelled(next.folded()));
  }

  private static Query constant(Query query, int worth) {
    return new BoostQuery(new ConstantScoreQuery(query), worth);
  }

  /** The best of a word's terms counts, and the more the fewer listings have the word. */
  private static Query worth(Asked word, IndexReader index) {
    float rare = rarity(word, index);
    List<Query> terms = new ArrayList<>();
    word.terms()
        .forEach(
            (term, percent) ->
                terms.add(
                    FeatureField.newLinearQuery(
                        ListingDocument.ANY, term, rare * Math.min(percent, 100) / 100)));
    return new DisjunctionMaxQuery(terms, 0);
  }

  /** BM25's: the logarithm of how many listings there are to one that has the word. */
  private static float rarity(Asked word, IndexReader index) {
    try {
      int having = 0;
      for (String term : word.terms().keySet()) {
        having = Math.max(having, index.docFreq(new Term(ListingDocument.ANY, term)));
      }
      return (float) Math.log(1 + (index.maxDoc() - having + 0.5) / (having + 0.5));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
