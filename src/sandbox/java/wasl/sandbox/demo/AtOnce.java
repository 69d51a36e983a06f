package wasl.sandbox.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import wasl.outbox.BackgroundThreads;

/**
 * Lets a few people do their things at once, so that a country is made in minutes.
 *
 * <p>All threads begin before the story's own has read anything: a thread takes over the component
 * context of whoever starts it, and with it the entity manager for reading outside transactions,
 * which the first of them to end would close for all.
 */
@ApplicationScoped
public class AtOnce {

  private static final int PEOPLE = 3;

  @Resource private ContextService contexts;

  private ThreadPoolExecutor people;

  /** Calls the people together. */
  void begin() {
    people =
        new ThreadPoolExecutor(
            PEOPLE,
            PEOPLE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new BackgroundThreads(contexts));
    people.prestartAllCoreThreads();
  }

  /** Sends them home. */
  void end() {
    people.shutdownNow();
  }

  /**
   * Does all of it.
   *
   * @return what each gave, in the order of the works
   */
  <T> List<T> all(List<Callable<T>> works) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : people.invokeAll(works)) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }
}
