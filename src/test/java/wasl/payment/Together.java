package wasl.payment;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Lets several do something at the same moment. */
@ApplicationScoped
public class Together {

  @Resource private ManagedExecutorService threads;

  /** What each got, in their order; they begin when all are ready. */
  public <T> List<T> all(List<Callable<T>> works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.size());
    List<Future<T>> under = new ArrayList<>();
    for (Callable<T> work : works) {
      under.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : under) {
      try {
        results.add(one.get());
      } catch (ExecutionException failed) {
        throw new AssertionError(failed.getCause());
      }
    }
    return results;
  }

  /** So many times the same. */
  public <T> List<T> times(int count, Callable<T> work) throws Exception {
    return all(java.util.Collections.nCopies(count, work));
  }
}
