package wasl.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import wasl.listing.ListingId;
import wasl.listing.PublishedListings;
import wasl.listing.PublishedListings.Published;

/**
 * Tells which of many questions find one listing, as the search itself does: in another spelling,
 * script or language, by its place or its trade. Words that are only near are left out: whether a
 * slip was meant to be this listing's word, a list can show, but a letter cannot.
 */
@ApplicationScoped
public class MatchWords {

  @Inject private PublishedListings published;
  @Inject private NodeIndex index;

  /** Whether anything in a text is a word to be looked for. */
  public static boolean any(String typed) {
    return Words.asked(typed).stream().anyMatch(word -> !Spelling.fold(word).isEmpty());
  }

  /** Those of the questions by whose words the listing is found; none where it is not published. */
  public Set<String> of(ListingId listing, Collection<String> questions) {
    List<Published> found = questions.isEmpty() ? List.of() : published.of(List.of(listing));
    if (found.isEmpty()) {
      return Set.of();
    }
    return of(index.documents().of(found.get(0)), questions);
  }

  /** Made of an index that has nothing else: what it has not, the listing has not. */
  static Set<String> of(Document listing, Collection<String> questions) {
    try (Directory memory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(memory, new IndexWriterConfig(new KeywordAnalyzer()))) {
        writer.addDocument(listing);
      }
      try (IndexReader one = DirectoryReader.open(memory)) {
        Set<String> matching = new HashSet<>();
        for (String typed : questions) {
          Question question = Question.of(typed, one);
          if (!question.words().isEmpty() && !question.unknown()) {
            matching.add(typed);
          }
        }
        return matching;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
