package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import wasl.finance.AskReconciliation;
import wasl.listing.ListingId;
import wasl.listing.Section;
import wasl.listing.WithdrawListing;
import wasl.party.Actor;
import wasl.party.CountryRules;
import wasl.party.PartyQueries;
import wasl.pledge.CancelPledge;
import wasl.sandbox.clock.SandboxClock;
import wasl.sandbox.clock.StepClock;
import wasl.shared.Sql;
import wasl.vetting.Outcome;

/**
 * Two hundred days of the demo, told in their order: each listing comes to a state that people can
 * look at, and each state that can be reached has at least one. Those of which the documentation
 * and the tests speak have their parts here; the rest of {@link DemoCountry} lives beside them.
 */
@ApplicationScoped
public class DemoStory {

  private static final int DAYS = 200;

  /** Investors who play a part in the story; the others fill the country's campaigns. */
  private static final int PLAYERS = 30;

  private static final String GOOD_REASONS =
      "الإضبارة كاملة، والأسعار مطابقة لعروض السوق، والمراحل قابلة للإثبات. القائمون على المشروع معروفون في منطقتهم ولهم سجل بيع مكتوب.";

  @Inject private SandboxClock sandboxClock;
  @Inject private StepClock stepClock;
  @Inject private Clock clock;
  @Inject private DemoPeople people;
  @Inject private DemoListings listings;
  @Inject private DemoVetting vetting;
  @Inject private DemoPledges pledges;
  @Inject private DemoVoices voices;
  @Inject private DemoCountry country;
  @Inject private DemoRefunds refunds;
  @Inject private DemoRates rates;
  @Inject private AtOnce atOnce;
  @Inject private CancelPledge cancel;
  @Inject private WithdrawListing withdraw;
  @Inject private AskReconciliation reconciliation;
  @Inject private PartyQueries parties;
  @Inject private CountryRules rules;
  @Inject private Sql sql;

  private List<Actor> investors;
  private Actor r1;
  private Actor r2;
  private int day;
  private volatile boolean over;

  /**
   * Makes the data where there is nobody yet.
   *
   * @return whether they are whole: a story that was broken off is not taken up again
   */
  public boolean tell(Consumer<String> progress) {
    try {
      return tellOnce(progress);
    } finally {
      over = true;
    }
  }

  /**
   * Whether nothing of it is still to come: it was told, or broken off and will not be taken up.
   */
  public boolean isOver() {
    over = over || isTold();
    return over;
  }

  private boolean isTold() {
    return sql.number("SELECT COUNT(*) FROM sandbox_story") > 0;
  }

  private boolean tellOnce(Consumer<String> progress) {
    if (isTold()) {
      progress.accept("there is data already");
      return true;
    }
    if (sql.number("SELECT COUNT(*) FROM party") > 0) {
      progress.accept(
          "an earlier start was broken off while it made them: some accounts and projects are"
              + " missing. ./wasl run --fresh begins anew");
      return false;
    }
    atOnce.begin();
    try {
      tellAll(progress);
    } finally {
      atOnce.end();
    }
    return true;
  }

  private void tellAll(Consumer<String> progress) {
    sandboxClock.startAgo(Duration.ofDays(DAYS));
    day = 0;
    people.staff();
    List<Actor> everybody = people.investors(PLAYERS, country.people());
    investors = everybody.subList(0, PLAYERS);
    country.begin(everybody.subList(PLAYERS, everybody.size()));
    r1 = people.get("reviewer");
    r2 = people.get("reviewer2");
    progress.accept("people: " + sql.number("SELECT COUNT(*) FROM party"));
    lapsed();
    funded(progress);
    ended(progress);
    collecting(progress);
    live(progress);
    inVetting();
    refunds.repairOne(country.listing(53));
    until(DAYS, progress);
    rates.enter(people.get("admin"));
    reconcile();
    sql.change("INSERT INTO sandbox_story (id, told_at) VALUES (1, ?)", clock.instant());
  }

  /** What the days of the story booked, held against the gateway's balance. */
  private void reconcile() {
    Instant now = clock.instant();
    reconciliation.handle(
        new AskReconciliation.Command(
            people.get("finance"), now.minus(Duration.ofDays(AskReconciliation.MOST_DAYS)), now));
  }

  private void lapsed() {
    approved(52, 30);
  }

  private void funded(Consumer<String> progress) {
    until(80, progress);
    ListingId bakery = live(15, 30);
    ListingId honey = live(5, 25);
    fill(bakery, 15, 106, 12);
    fill(honey, 5, 110, 9);
    ListingId oldOrchard = live(20, 20);
    pledges.pledge(investors.get(4), oldOrchard, 900, 0, DemoPledges.GOOD);
    pledges.pledge(investors.get(9), oldOrchard, 450, 10, DemoPledges.GOOD);
    progress.accept("campaigns that were funded, and one that missed its goal");
    until(125, progress);
  }

  private void ended(Consumer<String> progress) {
    ListingId molasses = live(29, 20);
    pledges.pledge(investors.get(7), molasses, 5_000, 0, DemoPledges.GOOD);
    pledges.pledge(investors.get(13), molasses, 6_000, 0, DemoPledges.FAILS_LATER);
    ListingId hens = live(35, 30);
    pledges.pledge(investors.get(2), hens, 300, 5, DemoPledges.GOOD);
    ListingId solar = live(39, 30);
    pledges.pledge(investors.get(3), solar, 700, 0, DemoPledges.GOOD);
    until(135, progress);
    withdraw.handle(new WithdrawListing.Command(owner(35), hens));
    vetting.suspend(
        r1, solar, "وردتنا معلومات عن نزاع على ملكية الموقع، ونحتاج إلى وقت للتحقّق منها.");
    until(140, progress);
    vetting.decide(
        r1,
        r2,
        solar,
        Outcome.STOP,
        "ثبت النزاع على الموقع ولا يمكن تنفيذ المشروع فيه. أُعفي أصحاب التعهّدات.",
        List.of());
    progress.accept("campaigns that were withdrawn, stopped, or collected too little");
    until(176, progress);
  }

  private void collecting(Consumer<String> progress) {
    ListingId dairy = live(28, 20);
    fill(dairy, 28, 104, 10);
    pledges.pledge(offered(28).get(1), dairy, 400, 0, DemoPledges.FAILS_LATER);
    pledges.pledge(offered(28).get(2), dairy, 350, 0, DemoPledges.ASKS_ALWAYS);
    progress.accept("a campaign that is being collected");
    until(185, progress);
  }

  private void live(Consumer<String> progress) {
    ListingId sewing = live(2, 45);
    fill(sewing, 2, 46, 8);
    ListingId dates = live(8, 40);
    fill(dates, 8, 71, 9);
    until(190, progress);
    vetting.suspend(
        people.get("reviewer3"),
        country.listing(24),
        "دراوسێی کارگەکە سکاڵای لە ئاوەڕۆکە هەیە. لەگەڵ تەندروستی بەدواداچوون دەکەین و ئەنجامەکە لێرە دەنووسین.");
    refunds.giveBack(country.listing(13), country.listing(22));
    ListingId school = live(12, 30);
    fill(school, 12, 88, 10);
    ListingId marsh = live(26, 60);
    fill(marsh, 26, 23, 4);
    ListingId jam = live(4, 50);
    fill(jam, 4, 37, 7);
    ListingId crafts = live(17, 35);
    fill(crafts, 17, 55, 8);
    until(195, progress);
    vetting.resume(people.get("reviewer3"), country.listing(24));
    ListingId yoghurt = live(55, 40);
    fill(yoghurt, 55, 31, 5);
    vetting.suspend(
        people.get("reviewer3"),
        yoghurt,
        "مۆڵەتی تەندروستییەکە نوێ نەکراوەتەوە. تا نوێکردنەوەی پڕۆژەکە ڕادەگیرێت.");
    pledges.start(investors.get(0), sewing, 75, 0);
    cancel.handle(
        new CancelPledge.Command(
            investors.get(5), pledges.pledge(investors.get(5), dates, 120, 0, DemoPledges.GOOD)));
    voices.aboutSewing(sewing, owner(2), investors.get(3), investors.get(6));
    voices.aboutDates(dates, owner(8), investors.get(4));
    progress.accept("campaigns that are open");
    until(198, progress);
  }

  private void inVetting() {
    listings.publish(owner(46), approved(46, 40), 6);
    approved(57, 30);
    vetting.decide(
        r2,
        people.get("reviewer4"),
        submitted(45, 30),
        Outcome.REJECT,
        "لا عروض أسعار للطابعات، والمرحلة الأولى لا يمكن إثباتها بما كُتب من أدلة.",
        List.of());
    vetting.askForChanges(
        r1,
        submitted(3, 30),
        Map.of(Section.MONEY, "يرجى إضافة عرضي سعر لأدوات اللحام من موردين مختلفين."));
    vetting.open(people.get("reviewer3"), submitted(30, 45));
    submitted(23, 30);
    listings.draft(owner(1), 1, 30);
  }

  private ListingId submitted(int no, int days) {
    Actor owner = owner(no);
    ListingId id = listings.draft(owner, no, days);
    listings.submit(owner, id);
    return id;
  }

  private ListingId approved(int no, int days) {
    ListingId id = submitted(no, days);
    vetting.decide(r1, r2, id, Outcome.APPROVE, GOOD_REASONS, List.of());
    return id;
  }

  private ListingId live(int no, int days) {
    ListingId id = approved(no, days);
    listings.publish(owner(no), id, 0);
    return id;
  }

  /** Pledges by several investors that come to a percentage of the goal. */
  private void fill(ListingId listing, int no, int percent, int count) {
    long goal = sql.number("SELECT goal_minor FROM listing WHERE id = ?", listing.value()) / 100;
    long rest = goal * percent / 100;
    List<Actor> offered = offered(no);
    for (int i = 0; i < count; i++) {
      long share =
          i == count - 1 ? rest : Math.max(10, rest * (2 + (i + no) % 3) / (3L * (count - i)));
      rest -= share;
      if (share > 0) {
        Actor investor = offered.get((no * 7 + i * 3) % offered.size());
        pledges.pledge(investor, listing, share, i % 4 == 0 ? 5 : 0, DemoPledges.GOOD);
      }
    }
  }

  /** The investors to whom their country's rules let this funding model be offered. */
  private List<Actor> offered(int no) {
    String model = listings.seed(no).model().name();
    return investors.stream()
        .filter(each -> rules.of(parties.contact(each.party()).country()).offers(model))
        .toList();
  }

  private Actor owner(int no) {
    return country.owner(listings.seed(no));
  }

  private void until(int target, Consumer<String> progress) {
    for (int next : country.days(day, target)) {
      move(next);
      country.happen(next);
    }
    move(target);
    progress.accept("day " + day + " of " + DAYS + ": " + clock.instant());
  }

  private void move(int target) {
    if (target > day) {
      stepClock.by(Duration.ofDays(target - day), country.asleep(), line -> {});
      day = target;
    }
  }
}
