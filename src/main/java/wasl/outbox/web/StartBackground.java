package wasl.outbox.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import wasl.outbox.BackgroundThreads;
import wasl.outbox.Jobs;
import wasl.outbox.Relay;

/**
 * Starts what runs in the background, in the context of the web application: see {@link
 * BackgroundThreads}.
 */
@WebListener
public class StartBackground implements ServletContextListener {

  @Resource private ContextService contexts;
  @Inject private Relay relay;
  @Inject private Jobs jobs;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    BackgroundThreads threads = new BackgroundThreads(contexts);
    relay.start(threads);
    jobs.start(threads);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    jobs.stop();
    relay.stop();
  }
}
