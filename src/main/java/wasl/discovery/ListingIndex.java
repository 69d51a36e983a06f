package wasl.discovery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import wasl.listing.ListingId;

/**
 * One index in one folder. What is put in is seen after {@link #refresh} and survives the process
 * after {@link #commit}, together with how far the node had read the listings' changes by then.
 */
final class ListingIndex implements Closeable {

  private static final String VERSION = "version";
  private static final String CORPUS = "corpus";
  private static final String READ = "read";

  /** Of the heap, in MiB, for what is not yet written to files. */
  private static final int BUFFER = 32;

  private final Path folder;
  private final String corpus;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long read;

  private ListingIndex(
      Path folder, String corpus, Directory directory, IndexWriter writer, long read)
      throws IOException {
    this.folder = folder;
    this.corpus = corpus;
    this.directory = directory;
    this.writer = writer;
    this.read = read;
    this.searchers = new SearcherManager(writer, new Searchers());
  }

  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      // Facets and totals are remembered by whole questions; caching parts of them costs more.
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setOpenMode(mode);
    config.setIndexSort(ListingDocument.ORDER);
    config.setRAMBufferSizeMB(BUFFER);
    return config;
  }

  /**
   * An empty one.
   *
   * @param corpus the database that it is made from
   * @param read the listings' changes up to this id are, or will be, in it
   */
  static ListingIndex create(Path folder, String corpus, long read) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      IndexWriter writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
      return new ListingIndex(folder, corpus, directory, writer, read);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /**
   * The one in a folder, its files checked whole.
   *
   * @throws IOException if it is damaged, of another version or made from another database
   */
  static ListingIndex open(Path folder, String corpus) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      long read = check(directory, corpus);
      IndexWriter writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.APPEND));
      return new ListingIndex(folder, corpus, directory, writer, read);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  private static long check(Directory directory, String corpus) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (!ListingDocument.version().equals(data.get(VERSION))
          || !corpus.equals(data.get(CORPUS))
          || data.get(READ) == null) {
        throw new IOException("made by " + data.get(VERSION) + " from " + data.get(CORPUS));
      }
      checkFiles(reader);
      return Long.parseLong(data.get(READ));
    }
  }

  /**
   * Reads all files and compares their checksums.
   *
   * @throws IOException if one is damaged
   */
  void checkFiles() throws IOException {
    search(
        searcher -> {
          checkFiles(searcher.getIndexReader());
          return null;
        });
  }

  private static void checkFiles(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /** Whether somebody has the one in a folder open. */
  static boolean inUse(Path folder) {
    try (Directory directory = FSDirectory.open(folder);
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      return false;
    } catch (IOException taken) {
      return true;
    }
  }

  Path folder() {
    return folder;
  }

  /** The listings' changes up to this id are in it. */
  long read() {
    return read;
  }

  /** Notes how far the changes were read. */
  void read(long upTo) {
    read = Math.max(read, upTo);
  }

  /** Puts a listing into an index that does not have it yet. */
  void add(Document document) throws IOException {
    writer.addDocument(document);
  }

  /** Puts these listings in instead of what is there about them; those without one go. */
  void replace(Collection<ListingId> ids, Map<ListingId, Document> documents) throws IOException {
    for (ListingId id : ids) {
      Term key = new Term(ListingDocument.ID, ListingDocument.key(id));
      Document document = documents.get(id);
      if (document == null) {
        writer.deleteDocuments(key);
      } else {
        writer.updateDocument(key, document);
      }
    }
  }

  /** Shows what was put in. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes everything to the disk. */
  void commit() throws IOException {
    Map<String, String> data = new HashMap<>();
    data.put(VERSION, ListingDocument.version());
    data.put(CORPUS, corpus);
    data.put(READ, Long.toString(read));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /** How many listings are in it and shown. */
  long size() throws IOException {
    return search(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /** Something that is done with a searcher. */
  @FunctionalInterface
  interface Search<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  /** Searches what is shown now. */
  <T> T search(Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Closes it without writing; what was not committed is read again from the changes. */
  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer::rollback, directory);
  }
}
