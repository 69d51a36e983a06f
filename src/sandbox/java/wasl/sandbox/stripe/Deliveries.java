package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Tells the webhook endpoint about events: at least once, in no promised order, again and again
 * with growing waits until it answers 2xx. While there is no endpoint, events wait for one.
 */
final class Deliveries implements AutoCloseable {
  private static final int SENDERS = 8;
  private static final long FIRST_WAIT = 250;
  private static final long LONGEST_WAIT = 60_000;

  private final World world;
  private final Events events;
  private final Misbehaviour misbehaviour;
  private final CallLog log;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ScheduledThreadPoolExecutor senders =
      new ScheduledThreadPoolExecutor(
          SENDERS,
          work -> {
            Thread thread = new Thread(work, "stripe-sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private volatile Endpoint endpoint;

  private record Endpoint(URI address, String secrets) {}

  Deliveries(World world, Events events, Misbehaviour misbehaviour, CallLog log) {
    this.world = world;
    this.events = events;
    this.misbehaviour = misbehaviour;
    this.log = log;
  }

  /** Where events go from now on, those that wait included; {@code null} for nowhere. */
  void to(String url, String secrets) {
    endpoint = url == null ? null : new Endpoint(URI.create(url), secrets);
    resume();
  }

  /** Starts whatever was left lying. */
  void resume() {
    send(world.undelivered());
  }

  /** Whether nothing more will be sent without something new happening. */
  boolean idle() {
    return endpoint == null
        || misbehaviour.events() == Misbehaviour.Events.OFF
        || world.undelivered().isEmpty();
  }

  void send(List<String> ids) {
    if (endpoint == null || misbehaviour.events() == Misbehaviour.Events.OFF) {
      return;
    }
    for (String id : ids) {
      if (underWay.add(id)) {
        schedule(id, 0, firstWait());
      }
    }
  }

  private long firstWait() {
    return switch (misbehaviour.events()) {
      case LATE -> misbehaviour.eventMillis();
      case SHUFFLE -> ThreadLocalRandom.current().nextLong(misbehaviour.eventMillis() + 1);
      default -> 0;
    };
  }

  private void schedule(String id, int attempt, long millis) {
    try {
      senders.schedule(() -> deliver(id, attempt), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      underWay.remove(id); // being closed: the next start delivers it
    }
  }

  private void deliver(String id, int attempt) {
    Endpoint target = endpoint;
    if (target == null || misbehaviour.events() == Misbehaviour.Events.OFF) {
      underWay.remove(id);
    } else if (post(target, id)) {
      if (misbehaviour.events() == Misbehaviour.Events.TWICE) {
        post(target, id);
      }
      world.delivered(id);
      underWay.remove(id);
    } else {
      schedule(id, attempt + 1, Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempt, 8)));
    }
  }

  private boolean post(Endpoint target, String id) {
    int status = tell(target, id);
    log.told(world.change(change -> change.peek(id)), status);
    return status >= 200 && status < 300;
  }

  /** The answer's status; 0 where none came. */
  private int tell(Endpoint target, String id) {
    try {
      String body = body(id);
      HttpRequest request =
          HttpRequest.newBuilder(target.address())
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json; charset=utf-8")
              .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
              .header("Stripe-Signature", Signature.header(target.secrets(), world.realNow(), body))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | RuntimeException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String body(String id) {
    JsonObject event = world.change(change -> change.peek(id));
    return Json.write(events.pending(event));
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
