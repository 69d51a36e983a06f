package wasl.sandbox.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A Stripe of our own on 127.0.0.1: remembers, charges test cards, tells a webhook endpoint. See
 * the package's description.
 */
public final class StripeSandbox implements AutoCloseable {
  /** The API's version that is spoken, the one stripe-java 33.3.0 asks for. */
  static final String API_VERSION = "2026-07-29.dahlia";

  private static final System.Logger LOG = System.getLogger(StripeSandbox.class.getName());

  private final HttpServer server;
  private final World world;
  private final Misbehaviour misbehaviour = new Misbehaviour();
  private final CallLog log = new CallLog();
  private final Happenings happenings;
  private final Deliveries deliveries;
  private final ExecutorService workers = Executors.newCachedThreadPool(named("stripe-sandbox"));
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(named("stripe-sandbox-clock"));
  private final String publicUrl;

  private StripeSandbox(StripeSandboxSettings settings) throws IOException {
    // without it the JDK's server waits 40 ms before the second packet of every answer
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByName("127.0.0.1");
    server = HttpServer.create(new InetSocketAddress(here, settings.port()), 256);
    publicUrl = settings.publicUrl() == null ? "http://127.0.0.1:" + port() : settings.publicUrl();
    world = open(settings);
    happenings = new Happenings(world);
    Events events = new Events(world);
    deliveries = new Deliveries(world, events, misbehaviour, log);
    Challenges challenges = new Challenges(() -> publicUrl);
    Confirmation confirmation = new Confirmation(challenges);
    CheckoutFlow flow = new CheckoutFlow(challenges, confirmation);
    Routes routes = routes(events, challenges, confirmation);
    Api api = new Api(world, routes, settings.apiKey());
    server.createContext("/v1/", new ApiHandler(api, misbehaviour, log));
    server.createContext(
        "/_sandbox/", new Control(api, world, happenings, deliveries, misbehaviour));
    server.createContext(FaultPages.PATH, new FaultPages(world, misbehaviour, deliveries, log));
    server.createContext("/c/", new Pages(world, flow, challenges));
    server.setExecutor(workers);
    world.onEvents(deliveries::send);
    deliveries.to(settings.webhookUrl(), settings.webhookSecret());
  }

  private World open(StripeSandboxSettings settings) {
    try {
      return new World(settings.dataFolder(), Clock.systemUTC());
    } catch (RuntimeException e) {
      server.stop(0); // else the port stays taken
      throw e;
    }
  }

  private Routes routes(Events events, Challenges challenges, Confirmation confirmation) {
    Routes routes = new Routes();
    List<Routes.Family> families =
        List.of(
            new Accounts(),
            new Balance(),
            new Customers(),
            new CheckoutSessions(() -> publicUrl),
            new SetupIntents(challenges),
            new PaymentMethods(),
            new PaymentIntents(confirmation),
            new Charges(),
            new Refunds(misbehaviour),
            new Disputes(),
            new Payouts(),
            new Topups(),
            events);
    for (Routes.Family family : families) {
      family.addTo(routes);
      if (family instanceof Happenings.Family alive) {
        alive.addTo(happenings);
      }
    }
    return routes;
  }

  /**
   * Starts a sandbox; it answers when this returns.
   *
   * @throws UncheckedIOException if the port is taken or the journal cannot be read
   * @throws DamagedJournal if the journal is not as it was written
   */
  public static StripeSandbox start(StripeSandboxSettings settings) {
    try {
      StripeSandbox sandbox = new StripeSandbox(settings);
      sandbox.server.start();
      sandbox.ticker.scheduleWithFixedDelay(sandbox::tick, 500, 500, TimeUnit.MILLISECONDS);
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the " + settings, e);
    }
  }

  private void tick() {
    try {
      happenings.catchUp();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the Stripe sandbox could not do what was due", e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address for stripe-java's {@code setApiBase}. */
  public String apiBase() {
    return "http://127.0.0.1:" + port();
  }

  /** The page where an operator makes it misbehave. */
  public String faultsUrl() {
    return publicUrl + FaultPages.PATH;
  }

  /** Sends events there from now on, those not delivered yet included. */
  public void tellWebhooks(String url, String secret) {
    deliveries.to(url, secret);
  }

  @Override
  public void close() {
    misbehaviour.close();
    ticker.shutdownNow();
    deliveries.close();
    server.stop(0);
    workers.shutdownNow();
    world.close();
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
