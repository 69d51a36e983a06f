package wasl.discovery.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import wasl.discovery.FollowListings;
import wasl.outbox.BackgroundThreads;

/** Starts and ends what keeps this node's index in step with the database. */
@WebListener
public class StartSearch implements ServletContextListener {

  @Resource private ContextService contexts;
  @Inject private FollowListings follow;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    follow.start(new BackgroundThreads(contexts));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    follow.stop();
  }
}
