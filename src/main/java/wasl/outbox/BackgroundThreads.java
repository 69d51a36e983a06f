package wasl.outbox;

import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for the background, each with a component context of its own.
 *
 * <p>It must be that of a web component. In one that was taken from an enterprise bean Payara lets
 * {@code @Transactional} begin a transaction and gives out connections that do not belong to it:
 * each statement is committed by itself. A process killed between two of them was seen to charge a
 * card twice. The server's own {@code ManagedThreadFactory} hands one context to all its threads.
 */
public final class BackgroundThreads implements ThreadFactory {

  private final ContextService contexts;

  /**
   * @param contexts takes over the context of whoever makes a thread
   */
  public BackgroundThreads(ContextService contexts) {
    this.contexts = contexts;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(contexts.createContextualProxy(work, Runnable.class), "background");
    thread.setDaemon(true);
    return thread;
  }
}
