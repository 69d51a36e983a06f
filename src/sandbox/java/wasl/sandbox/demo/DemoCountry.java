package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.CountryRules;
import wasl.party.PartyQueries;
import wasl.pledge.PledgeId;
import wasl.sandbox.demo.Catalogue.Life;
import wasl.sandbox.demo.Catalogue.Seed;
import wasl.sandbox.demo.Catalogue.Stop;
import wasl.vetting.ConditionText;
import wasl.vetting.Outcome;

/**
 * The listings whose life stands in their file: each is handed in, vetted and published on its day,
 * and the crowd of investors pledges to it in waves.
 */
@ApplicationScoped
public class DemoCountry {

  /** The last day on which anything happens of itself. */
  static final int LAST_DAY = 198;

  /** Those with which {@link DemoStory} does something. */
  private static final Set<Integer> TOLD = Set.of(13, 22, 24, 53);

  private static final int STORY_ALONE = 10;
  private static final int WAVE_DAYS = 5;
  private static final List<Integer> WAVES = List.of(50, 80, 100);
  private static final List<Integer> WEIGHTS = List.of(1, 1, 2, 2, 2, 3, 4, 5, 8);
  private static final long ROUND_MINOR = 2_500;

  private static final Map<String, List<String>> REASONS =
      Map.of(
          "ar",
          List.of(
              "زارت لجنة من الجهة الموقع ووجدت ما كُتب مطابقاً. الأسعار قريبة من عروض السوق، والمراحل يمكن إثباتها بالصور والفواتير.",
              "الميزانية مفصّلة ولا بند فيها بلا سعر. المخاطر مكتوبة بصراحة، والقائمون على المشروع معروفون في منطقتهم ولا ديون عليهم.",
              "الإضبارة كاملة بعد استكمال عقد الإيجار. نؤيّد المشروع لأنه يشغّل عاطلين في قضاء فرص العمل فيه قليلة."),
          "ckb",
          List.of(
              "لیژنەیەک سەردانی شوێنەکەی کرد و ئەوەی نووسراوە ڕاستە. نرخەکان لە نرخی بازاڕ نزیکن و قۆناغەکان بە وێنە و پسووڵە دەسەلمێنرێن.",
              "بودجەکە ڕوونە و مەترسییەکان بە ڕاستگۆیی نووسراون. خاوەن پڕۆژە لە ناوچەکەدا ناسراوە و قەرزی لەسەر نییە."),
          "en",
          List.of(
              "The site was visited and is as described. Prices are near the market’s, and each"
                  + " milestone can be shown by pictures and invoices."));

  @Inject private DemoPeople people;
  @Inject private DemoListings listings;
  @Inject private DemoVetting vetting;
  @Inject private DemoPledges pledges;
  @Inject private ListingQueries queries;
  @Inject private PartyQueries parties;
  @Inject private CountryRules rules;
  @Inject private AtOnce atOnce;

  /**
   * How many of the pledges that are written down are placed, in percent; the sums stay. With ten
   * or less only those listings are made of which the story tells, and fewer people: so do tests.
   */
  @Inject
  @ConfigProperty(name = "wasl.demo.crowd", defaultValue = "25")
  private int crowd;

  private final Map<Integer, ListingId> made = Collections.synchronizedMap(new HashMap<>());
  private final List<Wish> wishes = new ArrayList<>();
  private Map<String, List<Actor>> offered = Map.of();

  /** A pledge that will be placed. */
  private record Wish(
      int day, ListingId listing, Actor investor, Money amount, Money tip, DemoPledges.Card card) {}

  /** Whether the whole country is made, or the story alone. */
  private boolean whole() {
    return crowd > STORY_ALONE;
  }

  /** How much that falls due is done together: of a whole country something does each hour. */
  Duration asleep() {
    return whole() ? Duration.ofHours(6) : Duration.ZERO;
  }

  /** How many of the investors sign up, in percent. */
  int people() {
    return whole() ? 100 : crowd;
  }

  /** Takes in those who will pledge. */
  void begin(List<Actor> everybody) {
    Map<String, List<Actor>> sorted = new HashMap<>();
    for (Actor each : everybody) {
      String country = parties.contact(each.party()).country();
      for (String model : List.of("GRANT", "QARD_HASAN", "PROFIT_SHARE")) {
        if (rules.of(country).offers(model)) {
          sorted.computeIfAbsent(model, any -> new ArrayList<>()).add(each);
        }
      }
    }
    offered = sorted;
  }

  /** The listing of that number, once it is made. */
  ListingId listing(int no) {
    return made.get(no);
  }

  /** Its owner, who signs up with the first listing. */
  Actor owner(Seed seed) {
    Catalogue.Owner owner = seed.facts().owner();
    return people.owner(owner.account(), owner.name(), seed.original());
  }

  private List<Seed> living() {
    return listings.seeds().stream()
        .filter(seed -> seed.facts().life() != null)
        .filter(seed -> whole() || TOLD.contains(seed.facts().no()))
        .toList();
  }

  /** The days after the first and up to the last on which something happens. */
  SortedSet<Integer> days(int after, int last) {
    SortedSet<Integer> days = new TreeSet<>();
    for (Seed seed : living()) {
      Life life = seed.facts().life();
      days.add(life.day());
      if (life.pledgedTo()) {
        for (int wave = 0; wave < WAVES.size(); wave++) {
          days.add(waveDay(life, wave));
        }
      }
    }
    return new TreeSet<>(days.subSet(after + 1, last + 1));
  }

  private static int waveDay(Life life, int wave) {
    return Math.min(LAST_DAY, life.day() + wave * WAVE_DAYS);
  }

  /** What happens on that day. */
  void happen(int day) {
    List<Seed> begun = living().stream().filter(seed -> seed.facts().life().day() == day).toList();
    List<Callable<ListingId>> births = new ArrayList<>();
    begun.forEach(seed -> births.add(() -> live(seed)));
    atOnce.all(births);
    begun.forEach(this::wish);
    List<Callable<PledgeId>> placing = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish.day() == day) {
        placing.add(
            () ->
                pledges.pledge(
                    wish.investor(), wish.listing(), wish.amount(), wish.tip(), wish.card()));
      }
    }
    atOnce.all(placing);
  }

  private ListingId live(Seed seed) {
    Life life = seed.facts().life();
    int no = seed.facts().no();
    Actor owner = owner(seed);
    ListingId id = listings.draft(owner, no, life.days());
    made.put(no, id);
    listings.submit(owner, id);
    if (life.as() != Stop.SUBMITTED) {
      approve(seed, id);
      if (life.as() != Stop.APPROVED) {
        listings.publish(owner, id, life.startsIn());
      }
    }
    return id;
  }

  private void approve(Seed seed, ListingId id) {
    int no = seed.facts().no();
    String condition = seed.facts().life().condition();
    List<String> reasons = REASONS.get(seed.facts().original());
    vetting.decide(
        people.get(no % 2 == 0 ? "reviewer" : "reviewer3"),
        people.get(no % 3 == 0 ? "reviewer2" : "reviewer4"),
        id,
        Outcome.APPROVE,
        reasons.get(no % reasons.size()),
        condition == null ? List.of() : List.of(new ConditionText(condition, true)));
  }

  /** Who will pledge how much to it and when: the same each time the demo is made. */
  private void wish(Seed seed) {
    Life life = seed.facts().life();
    if (!life.pledgedTo()) {
      return;
    }
    ListingId listing = made.get(seed.facts().no());
    Random chance = new Random(seed.facts().no());
    List<Actor> investors = new ArrayList<>(offered.get(seed.model().name()));
    Collections.shuffle(investors, chance);
    int cards = life.cards() == null ? 0 : life.cards().size();
    int number = Math.min(investors.size(), Math.max(cards + 2, life.investors() * crowd / 100));
    Money goal = queries.facts(listing).goal();
    List<Money> shares = shares(goal, life.percent(), number, chance);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, chance);
    for (int place = 0; place < order.size(); place++) {
      int i = order.get(place);
      boolean odd = i < cards;
      int wave = 0;
      while (place * 100 >= order.size() * WAVES.get(wave)) {
        wave++;
      }
      Money tip = Money.minor(odd || chance.nextInt(4) > 0 ? 0 : 500, seed.currency());
      wishes.add(
          new Wish(
              waveDay(life, wave),
              listing,
              investors.get(i),
              shares.get(i),
              tip,
              odd ? life.cards().get(i) : good(chance)));
    }
  }

  private static DemoPledges.Card good(Random chance) {
    return switch (chance.nextInt(10)) {
      case 0 -> DemoPledges.Card.AUTHENTICATED;
      case 1, 2 -> DemoPledges.Card.MASTERCARD;
      case 3 -> DemoPledges.Card.VISA_DEBIT;
      default -> DemoPledges.Card.VISA;
    };
  }

  /** Uneven amounts, most of them round, that come to the percentage; the smallest first. */
  private static List<Money> shares(Money goal, int percent, int number, Random chance) {
    long rest = goal.amountMinor() / 100 * percent / 100 * 100;
    List<Integer> weights = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      weights.add(WEIGHTS.get(chance.nextInt(WEIGHTS.size())));
    }
    Collections.sort(weights);
    int sum = weights.stream().mapToInt(Integer::intValue).sum();
    List<Money> shares = new ArrayList<>();
    for (int weight : weights.subList(0, weights.size() - 1)) {
      long share = Math.max(ROUND_MINOR, rest * weight / sum / ROUND_MINOR * ROUND_MINOR);
      sum -= weight;
      rest -= share;
      shares.add(Money.minor(share, goal.currency()));
    }
    shares.add(Money.minor(rest, goal.currency()));
    return shares;
  }
}
