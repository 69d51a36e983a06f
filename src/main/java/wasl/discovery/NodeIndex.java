package wasl.discovery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.listing.Districts;
import wasl.listing.ListingId;
import wasl.listing.PublishedListings;
import wasl.listing.PublishedListings.Published;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * This node's index of the published listings: opened or made at the start, made anew while the old
 * one goes on answering. It lies in {@code WASL_INDEX_FOLDER} and can be deleted at any time. Long,
 * since opening, following, making anew and closing guard the same few fields.
 */
@ApplicationScoped
public class NodeIndex {

  /** Changes are read again for so long: a transaction that began before may commit as late. */
  static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(NodeIndex.class.getName());
  private static final int PORTION = 500;

  @Inject private Sql sql;
  @Inject private PublishedListings published;
  @Inject private Districts districts;

  private final ReentrantLock making = new ReentrantLock();
  private volatile ListingIndex current;
  private volatile Searching searching;
  private volatile boolean damaged;
  private ListingDocument documents;
  private Path folder;

  /** Whether it can be searched. */
  public boolean ready() {
    return current != null;
  }

  /** Opens the newest index that is whole and of this version and database, else makes one. */
  void open() throws IOException {
    String corpus = corpus();
    for (Path each : folders()) {
      try {
        if (current == null) {
          current = ListingIndex.open(each, corpus);
        } else {
          delete(each);
        }
      } catch (LockObtainFailedException anotherNode) {
        LOG.log(Level.FINE, "another process uses {0}", each);
      } catch (IOException | RuntimeException unusable) {
        LOG.log(Level.WARNING, "the index in {0} is not used: {1}", new Object[] {each, unusable});
        delete(each);
      }
    }
    if (current == null) {
      rebuild();
    }
  }

  /** Where this node's indexes lie; one that nobody named does not outlive the process. */
  private synchronized Path folder() throws IOException {
    if (folder == null) {
      String named =
          ConfigProvider.getConfig().getOptionalValue("wasl.index.folder", String.class).orElse("");
      folder =
          named.isEmpty()
              ? Files.createTempDirectory("wasl-index")
              : Files.createDirectories(Path.of(named).toAbsolutePath());
    }
    return folder;
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Unless another process has it open: nodes may have been given the same folder. */
  private static void delete(Path folder) {
    if (ListingIndex.inUse(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException left) {
      LOG.log(Level.WARNING, "the folder {0} stays behind: {1}", new Object[] {folder, left});
    }
  }

  private String corpus() {
    return sql.one("SELECT name FROM discovery_corpus", row -> row.getString(1)).orElseThrow();
  }

  /** What a making came to. */
  public record Made(long listings, Duration took) {

    /** Listings a second. */
    public long rate() {
      return listings * 1_000 / Math.max(1, took.toMillis());
    }
  }

  /**
   * Makes a new index from the database and takes it into use; the present one answers meanwhile.
   * One that is being made already is waited for, since it may have begun before what is asked for.
   */
  public Made rebuild() {
    making.lock();
    long start = System.nanoTime();
    try {
      // What changes while the listings are read is read again from the changes.
      ListingIndex index =
          ListingIndex.create(folder().resolve(Ids.text(Ids.next())), corpus(), settled());
      try {
        fill(index);
        index.commit();
        index.refresh();
      } catch (IOException | RuntimeException failed) {
        index.close();
        delete(index.folder());
        throw failed;
      }
      Made made = new Made(index.size(), Duration.ofNanos(System.nanoTime() - start));
      use(index);
      LOG.log(
          Level.INFO,
          "indexed {0} listings in {1} ms",
          new Object[] {made.listings(), made.took().toMillis()});
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      making.unlock();
    }
  }

  /** All changes with a lower id are visible, however long their transactions took. */
  static long settled() {
    return Ids.firstAt(Instant.ofEpochMilli(System.currentTimeMillis()).minus(LONGEST_TRANSACTION));
  }

  private synchronized void use(ListingIndex index) throws IOException {
    ListingIndex before = current;
    current = index;
    damaged = false;
    if (before != null) {
      before.close();
      delete(before.folder());
    }
  }

  /** A portion is read from the database while the one before is taken apart. */
  private void fill(ListingIndex index) throws IOException {
    ListingDocument documents = documents();
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> busy = new ArrayList<>();
      List<Published> portion = published.after(Long.MIN_VALUE, PORTION);
      while (!portion.isEmpty()) {
        List<Future<?>> begun = new ArrayList<>();
        int part = (portion.size() + threads - 1) / threads;
        for (int from = 0; from < portion.size(); from += part) {
          List<Published> own = portion.subList(from, Math.min(portion.size(), from + part));
          begun.add(
              workers.submit(
                  () -> {
                    for (Published each : own) {
                      index.add(documents.of(each));
                    }
                    return null;
                  }));
        }
        finish(busy);
        busy = begun;
        portion = published.after(portion.get(portion.size() - 1).id().value(), PORTION);
      }
      finish(busy);
    } finally {
      workers.shutdownNow();
    }
  }

  /** What makes documents of listings: with the words of all places, once for the node. */
  synchronized ListingDocument documents() {
    if (documents == null) {
      documents = new ListingDocument(districts::name);
    }
    return documents;
  }

  private static void finish(List<Future<?>> works) throws IOException {
    try {
      for (Future<?> work : works) {
        work.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** How far the changes are in the index. */
  synchronized long read() {
    return current.read();
  }

  /** Reads these listings anew and shows them as they are now. */
  synchronized void update(Collection<ListingId> ids) throws IOException {
    ListingDocument documents = documents();
    List<ListingId> all = new ArrayList<>(ids);
    for (int from = 0; from < all.size(); from += PORTION) {
      List<ListingId> portion = all.subList(from, Math.min(all.size(), from + PORTION));
      Map<ListingId, Document> found = new HashMap<>();
      for (Published each : published.of(portion)) {
        found.put(each.id(), documents.of(each));
      }
      current.replace(portion, found);
    }
    current.refresh();
  }

  /** Notes that all changes up to an id are in the followed index, and writes it to the disk. */
  synchronized void commit(Object followed, long upTo) throws IOException {
    if (followed == current) {
      current.read(upTo);
      current.commit();
    }
  }

  /** Which index is in use: another one wants the changes from its own beginning. */
  Object identity() {
    return current;
  }

  /** Whether a search failed and the index's files are damaged indeed. */
  boolean damaged() {
    if (damaged) {
      try {
        current.checkFiles();
        damaged = false;
      } catch (IOException broken) {
        LOG.log(Level.SEVERE, "the index is damaged; it is made anew", broken);
      }
    }
    return damaged;
  }

  /** Whether it has not as many listings as the database. */
  boolean lacking() throws IOException {
    return current.size() != published.count();
  }

  /**
   * Searches it.
   *
   * @throws Refused {@link DiscoveryRefused.NotReady} while there is none, or what is there turns
   *     out to be damaged
   */
  <T> T search(ListingIndex.Search<T> search) {
    for (int attempt = 0; attempt < 2; attempt++) {
      ListingIndex index = current;
      if (index == null) {
        break;
      }
      try {
        return index.search(search);
      } catch (AlreadyClosedException replaced) {
        LOG.log(Level.FINE, "searched the index that was replaced just then", replaced);
      } catch (IOException | UncheckedIOException | IndexOutOfBoundsException broken) {
        LOG.log(Level.SEVERE, "the index could not be searched", broken);
        damaged = true;
        break;
      }
    }
    throw new Refused(new DiscoveryRefused.NotReady());
  }

  /** Searching with a searcher that was just given, and what is remembered of it. */
  Searching memory(IndexSearcher searcher) {
    Searching last = searching;
    if (last == null || !last.isOf(searcher)) {
      last = new Searching(searcher);
      searching = last;
    }
    return last;
  }

  @PreDestroy
  synchronized void close() {
    ListingIndex index = current;
    current = null;
    try {
      IOUtils.close(index);
    } catch (IOException left) {
      LOG.log(Level.WARNING, "the index was not closed well", left);
    }
  }
}
