package wasl.sandbox.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import wasl.listing.ListingId;
import wasl.outbox.BackgroundThreads;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Role;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.rest.Control;

/** What {@code ./wasl bench} has the application do that no call of the REST interface does. */
@Control
@Path("control/bench")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class BenchResource {

  private static final int OWNERS = 1_000;
  private static final int INVESTORS = 8;

  @Resource private ContextService contexts;
  @Inject private PostBenchJournal post;
  @Inject private DemoPledges pledges;
  @Inject private PartyQueries parties;

  private final long[] owners = LongStream.generate(Ids::next).limit(OWNERS).toArray();

  /** Posts one journal, for whoever watches what it writes. */
  @POST
  @Path("journal")
  public String journal() {
    post(0);
    return "posted";
  }

  /**
   * Posts journals in a closed loop.
   *
   * @return how many a second, and the 50th, 95th and 99th percentile in nanoseconds
   */
  @POST
  @Path("journals")
  public String journals(@QueryParam("clients") int clients, @QueryParam("seconds") int seconds)
      throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long[] times = run(clients, client -> System.nanoTime() < end, this::post);
    return "%d %d %d %d"
        .formatted(times.length / seconds, at(times, 50), at(times, 95), at(times, 99));
  }

  private void post(long number) {
    long listing = owners[(int) Math.floorMod(number * 31, (long) OWNERS)];
    post.handle(new PostBenchJournal.Command(Actor.SYSTEM, listing, "bench-" + Ids.next()));
  }

  /** Pledges ten dollars so many times, each with a saved card. */
  @POST
  @Path("pledges")
  public String pledges(@QueryParam("listing") String listing, @QueryParam("number") int number)
      throws Exception {
    ListingId id = ListingId.parse(listing).orElseThrow();
    PartyId party = parties.byEmail("investor2@demo.wasl.example").orElseThrow();
    Actor investor = new Actor(party, Set.of(Role.INVESTOR), null, Lang.EN, false);
    AtomicInteger left = new AtomicInteger(number);
    long[] times =
        run(
            INVESTORS,
            client -> left.getAndDecrement() > 0,
            each -> pledges.pledge(investor, id, 10, 0, DemoPledges.GOOD));
    return Integer.toString(times.length);
  }

  /** Several clients do it again and again as long as there is more; the sorted times of each. */
  private long[] run(int clients, IntPredicate more, LongConsumer work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(clients, new BackgroundThreads(contexts));
    try {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int client = i;
        all.add(
            pool.submit(
                () -> {
                  List<Long> times = new ArrayList<>();
                  for (long number = client * 1_000_003L; more.test(client); number++) {
                    long start = System.nanoTime();
                    work.accept(number);
                    times.add(System.nanoTime() - start);
                  }
                  return times;
                }));
      }
      List<Long> times = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        times.addAll(one.get());
      }
      return times.stream().mapToLong(Long::longValue).sorted().toArray();
    } finally {
      pool.shutdownNow();
    }
  }

  private static long at(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
  }
}
