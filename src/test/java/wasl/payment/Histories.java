package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import wasl.finance.AskBooking;
import wasl.finance.AskRefund;
import wasl.finance.Booking;
import wasl.finance.BookingKind;
import wasl.finance.DecideBooking;
import wasl.finance.DecideRefund;
import wasl.finance.FeeBookingState;
import wasl.finance.RefundCause;
import wasl.finance.RefundRequests;
import wasl.listing.FundingModel;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.WithdrawListing;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.pledge.CancelPledge;
import wasl.pledge.ChangePledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.vetting.Outcome;

/**
 * Random histories of campaigns. Several are lived through side by side, since they share a clock
 * and a gateway; after each step of any of them everything that the product promises is asked for.
 * The same seed gives the same wishes; what is under way in the background meanwhile differs.
 */
@ApplicationScoped
public class Histories {

  private static final List<String> CARDS =
      List.of(
          GatewayFixtures.GOOD,
          GatewayFixtures.GOOD,
          GatewayFixtures.GOOD,
          GatewayFixtures.DECLINED_LATER,
          GatewayFixtures.ASKS_ALWAYS,
          GatewayFixtures.DISPUTED,
          GatewayFixtures.REFUND_FAILS,
          "4000000000007726",
          "4000002500003155",
          "4000008260003178");

  private static final List<String> VERDICTS =
      List.of(
          "insufficient_funds",
          "generic_decline",
          "expired_card",
          "stolen_card",
          "processing_error",
          "authentication_required",
          "approve");

  private static final List<String> FAULTS =
      List.of(
          "\"kind\":\"status\",\"status\":500",
          "\"kind\":\"status_after\",\"status\":500",
          "\"kind\":\"status\",\"status\":429",
          "\"kind\":\"drop_before\"",
          "\"kind\":\"drop_before\"",
          "\"kind\":\"drop_after\"",
          "\"kind\":\"drop_after\"",
          "\"kind\":\"hang_after\",\"millis\":2500");

  private static final List<String> PATHS =
      List.of("payment_intents", "payment_intents", "payment_intents", "refunds", "checkout", "");

  private static final int FEW = 10;

  /** Where investors live: by its law a share of profit is reflected on, or not offered. */
  private static final List<String> COUNTRIES = List.of("IQ", "IQ", "GB", "SE", "US");

  /** What can happen to a campaign, each so much likelier than others before and after its end. */
  private enum Move {
    PLEDGE(10, 1),
    START(1, 1),
    TYPE_CARD(2, 1),
    OTHER_CARD(2, 3),
    CHANGE(3, 1),
    CANCEL(2, 1),
    BANK(3, 2),
    PAY_NOW(1, 5),
    GIVE_UP(1, 1),
    SUSPEND(1, 1),
    RESUME(2, 2),
    STOP(1, 1),
    WITHDRAW(1, 1),
    RETELL(3, 5),
    DISPUTE(1, 3),
    DECIDE(1, 3),
    FAIL_REFUND(1, 3),
    ASK_REFUND(1, 7),
    DECIDE_REFUND(1, 5),
    RETRY_REFUND(1, 2),
    PAUSE(1, 2),
    GO_ON(2, 5),
    FAULT(3, 3),
    EVENTS(2, 2),
    BEHAVE(2, 2),
    AT_ONCE(3, 4);

    private final int before;
    private final int after;

    Move(int before, int after) {
      this.before = before;
      this.after = after;
    }
  }

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private Invariants invariants;
  @Inject private Together together;
  @Inject private ListingQueries listings;
  @Inject private ChangePledge change;
  @Inject private CancelPledge cancel;
  @Inject private WithdrawListing withdraw;
  @Inject private PayNow payNow;
  @Inject private DropPledge drop;
  @Inject private PauseCharging pause;
  @Inject private EndPause endPause;
  @Inject private ChargePauses pauses;
  @Inject private AskRefund ask;
  @Inject private DecideRefund decideRefund;
  @Inject private RetryRefund retry;
  @Inject private AskBooking book;
  @Inject private DecideBooking decideBooking;
  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private Cards cards;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private record Pledged(PledgeId id, Actor investor) {}

  /** One campaign and what was done to it. */
  private static final class Campaign {
    private final ListingId listing;
    private final FundingModel model;
    private final int size;
    private final List<Pledged> pledges = Collections.synchronizedList(new ArrayList<>());
    private final Map<Long, String> journals = new HashMap<>();
    private long attemptsAtRest = -1;

    private Campaign(ListingId listing, FundingModel model, int size) {
      this.listing = listing;
      this.model = model;
      this.size = size;
    }
  }

  /**
   * What was lived through.
   *
   * @param steps how many there were, each followed by all questions
   * @param moves how often each kind was made, and how often it was refused
   * @param spent on what the time went, in milliseconds
   */
  record Lived(int histories, int steps, Map<String, Integer> moves, Map<String, Long> spent) {}

  /** Some campaigns from their first pledge to their end. */
  private final class World {
    private final long seed;
    private final Random random;
    private final List<Campaign> all = new ArrayList<>();
    private final List<String> story = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> moves = new TreeMap<>();
    private final Map<String, Long> spent = new TreeMap<>();
    private final Instant begun = clock.instant().minusSeconds(1);
    private final List<String> events = new ArrayList<>();
    private final List<Actor> officers = List.of(officer(), officer(), officer());
    private boolean after;
    private int steps;

    private World(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    /** The larger ones have pledges of which one officer alone gives back a part only. */
    private void begin() {
      FundingModel model = one(List.of(FundingModel.values()));
      int size = 1 + 2 * random.nextInt(2);
      ListingId listing = campaigns.live(model, size * (100L + random.nextInt(500)));
      all.add(new Campaign(listing, model, size));
    }

    private void act(Campaign campaign) {
      Move move = pick();
      Runnable work = prepared(move, campaign);
      timed("moves", () -> attempt(move, campaign, work));
      check(List.of(campaign));
    }

    private int weight(Move move) {
      return after ? move.after : move.before;
    }

    private Move pick() {
      int at = random.nextInt(Arrays.stream(Move.values()).mapToInt(this::weight).sum());
      for (Move move : Move.values()) {
        at -= weight(move);
        if (at < 0) {
          return move;
        }
      }
      throw new IllegalStateException();
    }

    private void attempt(Move move, Campaign campaign, Runnable work) {
      String outcome = "";
      try {
        work.run();
      } catch (Refused refused) {
        outcome = " refused: " + refused.refusal();
      } catch (RuntimeException | AssertionError failed) {
        story.add(move + " " + campaign.listing.value() + " failed");
        throw broken(List.of("not even refused: " + failed), failed);
      }
      story.add(move + " " + campaign.listing.value() + outcome);
      moves.merge(move + (outcome.isEmpty() ? "" : " refused"), 1, Integer::sum);
    }

    /** All dice are thrown here, so that what is done at once is still told by the seed. */
    private Runnable prepared(Move move, Campaign campaign) {
      Pledged pledged = campaign.pledges.isEmpty() ? null : one(campaign.pledges);
      int number = random.nextInt(1_000);
      String card = one(CARDS);
      if (pledged == null
          && move.ordinal() >= Move.TYPE_CARD.ordinal()
          && move.ordinal() <= Move.GIVE_UP.ordinal()) {
        return () -> {};
      }
      return switch (move) {
        case PLEDGE -> () -> pledge(campaign, number, card);
        case START -> () -> start(campaign, number);
        case TYPE_CARD -> () -> typeCard(pledged, card, number % 2 == 0);
        case OTHER_CARD -> () -> otherCard(pledged, card);
        case CHANGE -> () -> change(pledged, campaign.size * (5L + number / 5));
        case CANCEL ->
            () -> cancel.handle(new CancelPledge.Command(pledged.investor(), pledged.id()));
        case BANK -> () -> bank(pledged, VERDICTS.get(number % VERDICTS.size()), 1 + number % 3);
        case PAY_NOW -> () -> payNow(pledged, number);
        case GIVE_UP -> () -> drop.handle(new DropPledge.Command(pledged.investor(), pledged.id()));
        case SUSPEND -> () -> campaigns.suspend(campaign.listing);
        case RESUME -> () -> resume(campaign);
        case STOP -> () -> stop(campaign, number);
        case WITHDRAW -> () -> withdraw(campaign, number);
        case RETELL -> retelling(campaign);
        case DISPUTE -> () -> dispute(campaign, number);
        case DECIDE -> () -> decide(campaign, number % 2 == 0 ? "won" : "lost");
        case FAIL_REFUND -> () -> failRefund(campaign, number);
        case ASK_REFUND -> () -> askRefund(campaign, number);
        case DECIDE_REFUND -> () -> decideRefund(campaign, number);
        case RETRY_REFUND -> () -> retryRefund(campaign, number);
        case PAUSE -> () -> pause(campaign, number);
        case GO_ON -> () -> goOn(number);
        case FAULT -> fault(one(PATHS), one(FAULTS), 1 + random.nextInt(3));
        case EVENTS -> events(number);
        case BEHAVE -> gateway::behave;
        case AT_ONCE -> atOnce(campaign);
      };
    }

    private void pledge(Campaign campaign, int number, String card) {
      Pledged pledged = start(campaign, number);
      typeCard(pledged, card, number % 4 != 0);
    }

    private Pledged start(Campaign campaign, int number) {
      boolean shared = campaign.model == FundingModel.PROFIT_SHARE;
      String country = shared ? COUNTRIES.get(number % COUNTRIES.size()) : "US";
      Actor investor = campaigns.investor(country, Lang.EN);
      long dollars = campaign.size * (20L + number / 2);
      PledgeId id =
          gateway.started(investor, campaign.listing, dollars, number % 3 == 0 ? dollars % 9 : 0);
      Pledged pledged = new Pledged(id, investor);
      campaign.pledges.add(pledged);
      return pledged;
    }

    private void typeCard(Pledged pledged, String card, boolean back) {
      gateway
          .gatewayPage(pledged.id(), Lang.EN)
          .ifPresent(
              page -> {
                gateway.enterCard(page, card);
                if (back) {
                  gateway.comeBack(pledged.id());
                }
              });
    }

    private void otherCard(Pledged pledged, String card) {
      PledgeState state = gateway.state(pledged.id());
      if (state == PledgeState.REPAIR || state == PledgeState.FIRM) {
        typeCard(pledged, card, true);
      }
    }

    private void change(Pledged pledged, long dollars) {
      change.handle(
          new ChangePledge.Command(
              pledged.investor(),
              pledged.id(),
              Money.minor(dollars * 100, Currency.USD),
              Money.minor(dollars % 7 * 100, Currency.USD),
              true));
    }

    private void bank(Pledged pledged, String verdict, int times) {
      cards
          .card(pledged.id())
          .ifPresent(card -> gateway.issuer(card.paymentMethod(), verdict, times));
    }

    private void payNow(Pledged pledged, int number) {
      PledgeState state = gateway.state(pledged.id());
      if (state != PledgeState.REPAIR && state != PledgeState.CHARGING) {
        return;
      }
      String back = PublicUrl.value() + "/en/back";
      payNow
          .handle(new PayNow.Command(pledged.investor(), pledged.id(), back))
          .filter(page -> number % 5 != 0)
          .ifPresent(page -> gateway.authenticate(page, number % 4 == 0 ? "refuse" : "approve"));
      if (number % 3 != 0) {
        gateway.comeBack(pledged.id());
      }
    }

    private void resume(Campaign campaign) {
      if (campaigns.state(campaign.listing) == ListingState.SUSPENDED) {
        campaigns.resume(campaign.listing);
      }
    }

    /** Finance holds the charges of one campaign, now and then of all. */
    private void pause(Campaign campaign, int number) {
      ListingId held = number % 4 == 0 ? null : campaign.listing;
      pause.handle(
          new PauseCharging.Command(
              officers.get(number % officers.size()), held, "The bank asks to wait."));
    }

    /** Whichever campaign's pause that is, or that of all. */
    private void goOn(int number) {
      List<ChargePauses.Pause> open = pauses.open();
      if (!open.isEmpty()) {
        ListingId held = open.get(number % open.size()).listing();
        forgetRest();
        endPause.handle(new EndPause.Command(officers.get(number % officers.size()), held));
      }
    }

    /** What is charged from now on may be paused anew before anybody has looked. */
    private void forgetRest() {
      all.forEach(campaign -> campaign.attemptsAtRest = -1);
    }

    private void stop(Campaign campaign, int number) {
      ListingState state = campaigns.state(campaign.listing);
      if (number % 3 == 0 && (state == ListingState.FUNDED || state == ListingState.COLLECTING)) {
        campaigns.stop(campaign.listing);
      } else if (state == ListingState.SUSPENDED) {
        campaigns.decide(campaign.listing, Outcome.STOP);
      }
    }

    private void withdraw(Campaign campaign, int number) {
      if (number % 4 == 0) {
        Actor owner =
            new Actor(
                listings.facts(campaign.listing).owner(),
                Set.of(Role.ENTREPRENEUR),
                null,
                Lang.EN,
                false);
        withdraw.handle(new WithdrawListing.Command(owner, campaign.listing));
      }
    }

    private List<String> column(Campaign campaign, String query) {
      return sql.list(query, row -> row.getString(1), campaign.listing.value());
    }

    private void dispute(Campaign campaign, int number) {
      List<String> charges =
          column(
              campaign,
              "SELECT a.charge FROM payment_attempt a WHERE a.listing = ? AND a.charge IS NOT NULL"
                  + " AND NOT EXISTS (SELECT 1 FROM payment_dispute d WHERE d.pledge = a.pledge)");
      if (!charges.isEmpty()) {
        String charge = charges.get(number % charges.size());
        try {
          if (number % 3 == 0) {
            gateway.dispute(charge, 100L + number * 37L);
          } else {
            gateway.dispute(charge);
          }
        } catch (AssertionError disputedAlready) {
          story.add("  not: " + disputedAlready.getMessage());
        }
      }
    }

    private void decide(Campaign campaign, String verdict) {
      disputes(campaign).stream()
          .findFirst()
          .ifPresent(dispute -> gateway.decide(dispute, verdict));
    }

    private void decideAll(Campaign campaign) {
      disputes(campaign)
          .forEach(dispute -> gateway.decide(dispute, random.nextBoolean() ? "won" : "lost"));
    }

    private List<String> disputes(Campaign campaign) {
      return column(
          campaign,
          "SELECT dispute FROM payment_dispute WHERE listing = ? AND state = 'OPEN'"
              + " ORDER BY dispute");
    }

    private void failRefund(Campaign campaign, int number) {
      List<String> refunds =
          column(
              campaign,
              "SELECT gateway_refund FROM payment_refund WHERE listing = ?"
                  + " AND gateway_refund IS NOT NULL");
      if (!refunds.isEmpty()) {
        gateway.failRefund(refunds.get(number % refunds.size()));
      } else if (number % 2 == 0) {
        String how = List.of("fail", "pending", "short").get(number / 2 % 3);
        gateway.misbehave("{\"refunds\":\"%s\"}".formatted(how));
      }
    }

    /** A part, half, all, or more than there is. */
    private void askRefund(Campaign campaign, int number) {
      List<String> collected =
          column(
              campaign,
              "SELECT id FROM pledge WHERE listing = ? AND state = 'COLLECTED' ORDER BY id");
      if (collected.isEmpty()) {
        return;
      }
      PledgeId pledge = new PledgeId(Long.parseLong(collected.get(number % collected.size())));
      long left = terms.left(pledge).orElseThrow().amountMinor();
      long minor =
          switch (number / 10 % 5) {
            case 0, 1 -> left;
            case 2 -> left / 2;
            case 3 -> 1 + left * (number % 10) / 11;
            default -> left + 1;
          };
      ask.handle(
          new AskRefund.Command(
              officers.get(number % officers.size()),
              pledge,
              Money.minor(minor, Currency.USD),
              RefundCause.values()[number % RefundCause.values().length],
              "The investor has asked for it.",
              Ids.text(Ids.next())));
    }

    /** Mostly another officer, and mostly to approve; also whoever asked, who may only withdraw. */
    private void decideRefund(Campaign campaign, int number) {
      List<String> asked =
          column(
              campaign,
              "SELECT id FROM finance_refund_request WHERE listing = ? AND state = 'ASKED'"
                  + " ORDER BY id");
      if (asked.isEmpty()) {
        return;
      }
      long request = Long.parseLong(asked.get(number % asked.size()));
      PartyId asker = requests.find(request).orElseThrow().askedBy();
      boolean own = number % 5 == 0;
      Actor by =
          officers.stream()
              .filter(officer -> officer.party().equals(asker) == own)
              .findFirst()
              .orElseThrow();
      DecideRefund.Decision decision =
          switch (number / 10 % 6) {
            case 0 -> DecideRefund.Decision.WITHDRAW;
            case 1 -> DecideRefund.Decision.REFUSE;
            default -> DecideRefund.Decision.APPROVE;
          };
      decideRefund.handle(new DecideRefund.Command(by, request, decision, "As the rules say."));
    }

    private void retryRefund(Campaign campaign, int number) {
      List<String> failed =
          column(
              campaign,
              "SELECT id FROM payment_refund WHERE listing = ? AND state = 'FAILED'"
                  + " AND resolved IS NULL ORDER BY id");
      if (!failed.isEmpty()) {
        long refund = Long.parseLong(failed.get(number % failed.size()));
        if (number % 3 == 0) {
          payByBank(refund);
          return;
        }
        retry.handle(new RetryRefund.Command(officers.get(number % officers.size()), refund));
      }
    }

    /** By one officer alone, or by two. */
    private void payByBank(long refund) {
      Booking booking =
          book.handle(
              new AskBooking.Command(
                  officers.get(0),
                  BookingKind.REFUND_PAID,
                  refund,
                  null,
                  "TRN " + refund,
                  Ids.text(Ids.next())));
      if (booking.state() == FeeBookingState.ASKED) {
        decideBooking.handle(new DecideBooking.Command(officers.get(1), booking.id(), true));
      }
    }

    private Runnable fault(String path, String kind, int times) {
      return () ->
          gateway.misbehave("{\"path\":\"%s\",%s,\"times\":%d}".formatted(path, kind, times));
    }

    private Runnable events(int number) {
      String mode = List.of("twice", "late", "shuffle", "off", "usual").get(number % 5);
      return () -> gateway.misbehave("{\"events\":\"%s\",\"millis\":300}".formatted(mode));
    }

    /** The gateway tells again what it told, or something that is not so, in any order. */
    private Runnable retelling(Campaign campaign) {
      List<String> objects = gateway.objects(campaign.listing);
      List<Callable<Integer>> tellings = new ArrayList<>();
      for (int i = 0; i < 3 && !objects.isEmpty(); i++) {
        String object = one(objects);
        String type = one(GatewayFixtures.kinds(object));
        String event =
            events.isEmpty() || random.nextBoolean() ? "evt_" + Ids.text(Ids.next()) : one(events);
        events.add(event);
        tellings.add(() -> gateway.tell(event, type, object));
      }
      return () -> atOnce(tellings);
    }

    private <T> void atOnce(List<Callable<T>> works) {
      if (works.isEmpty()) {
        return;
      }
      try {
        together.all(works);
      } catch (Exception stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    private Runnable atOnce(Campaign campaign) {
      List<Callable<Boolean>> works = new ArrayList<>();
      List<Move> moves =
          List.of(
              Move.PLEDGE,
              Move.OTHER_CARD,
              Move.CHANGE,
              Move.CANCEL,
              Move.PAY_NOW,
              Move.GIVE_UP,
              Move.RETELL,
              Move.SUSPEND,
              Move.PAUSE,
              Move.GO_ON,
              Move.DECIDE,
              Move.ASK_REFUND,
              Move.DECIDE_REFUND,
              Move.RETRY_REFUND);
      for (int i = 0; i < 3; i++) {
        Move move = one(moves);
        Runnable work = prepared(move, campaign);
        works.add(
            () -> {
              attemptQuietly(move, campaign, work);
              return true;
            });
      }
      return () -> atOnce(works);
    }

    private void attemptQuietly(Move move, Campaign campaign, Runnable work) {
      try {
        work.run();
        story.add("  at once " + move + " " + campaign.listing.value());
      } catch (Refused refused) {
        story.add("  at once " + move + " " + campaign.listing.value() + " refused");
      }
    }

    /** Now and then the application sleeps, and finds together what fell due meanwhile. */
    private void pass(Duration time) {
      // where many live side by side each instant at which something is due would be too many
      Duration awake = all.size() <= FEW ? Duration.ZERO : Duration.ofHours(1);
      Duration asleep =
          one(List.of(awake, Duration.ofHours(3), Duration.ofHours(12), Duration.ofDays(1), time));
      story.add("clock +" + time + " from " + clock.instant() + ", asleep " + asleep);
      timed("clock", () -> campaigns.pass(time, asleep));
      check(all);
      timed("books", () -> demand(invariants.brokenBooks()));
      timed("gateway", () -> demand(invariants.chargedTwice(begun)));
    }

    private void timed(String part, Runnable work) {
      long start = System.nanoTime();
      work.run();
      spent.merge(part, (System.nanoTime() - start) / 1_000_000, Long::sum);
    }

    private void check(List<Campaign> some) {
      timed("questions", () -> ask(some));
    }

    private void ask(List<Campaign> some) {
      steps++;
      demand(invariants.broken(some.stream().map(campaign -> campaign.listing).toList()));
      for (Campaign campaign : some) {
        boolean rests =
            campaigns.state(campaign.listing) == ListingState.SUSPENDED
                || pauses.hold(campaign.listing);
        long attempts = rests ? invariants.attempts(campaign.listing) : -1;
        if (rests && campaign.attemptsAtRest >= 0 && attempts > campaign.attemptsAtRest) {
          demand(List.of("listing " + campaign.listing + " was charged while held"));
        }
        campaign.attemptsAtRest = attempts;
        keptJournals(campaign);
      }
    }

    private void keptJournals(Campaign campaign) {
      Map<Long, String> now = invariants.journals(campaign.listing);
      campaign.journals.forEach(
          (id, journal) -> {
            if (!journal.equals(now.get(id))) {
              demand(List.of("journal " + id + " was " + journal + " and is " + now.get(id)));
            }
          });
      campaign.journals.putAll(now);
    }

    private void demand(List<String> faults) {
      if (!faults.isEmpty()) {
        throw broken(faults, null);
      }
    }

    private AssertionError broken(List<String> faults, Throwable cause) {
      return new AssertionError(
          "seed "
              + seed
              + ", step "
              + steps
              + ":\n  "
              + String.join("\n  ", faults)
              + "\nthe story:\n"
              + String.join("\n", story),
          cause);
    }
  }

  /**
   * Lives through a world of campaigns side by side.
   *
   * @throws AssertionError with the seed and the story where a promise is broken
   */
  Lived live(long seed, int histories) {
    World world = new World(seed);
    gateway.behave();
    world.timed("begin", () -> IntStream.range(0, histories).forEach(i -> world.begin()));
    phase(world, 8, Duration.ofHours(12));
    world.pass(Duration.between(clock.instant(), latestDeadline(world)).plusMinutes(1));
    world.after = true;
    phase(world, 10, Duration.ofHours(36));
    gateway.behave();
    end(world);
    phase(world, 6, Duration.ofHours(12));
    gateway.behave();
    end(world);
    for (Campaign campaign : world.all) {
      world.demand(invariants.unfinished(campaign.listing));
    }
    return new Lived(histories, world.steps, world.moves, world.spent);
  }

  /** So many moves for each campaign, in any order, with the clock moved on now and then. */
  private void phase(World world, int moves, Duration atMost) {
    int all = world.all.size() * moves;
    for (int i = 0; i < all; i++) {
      world.act(world.one(world.all));
      if (i % (all / 3) == all / 3 - 1) {
        world.pass(Duration.ofMinutes(1 + world.random.nextInt((int) atMost.toMinutes())));
      }
    }
  }

  private Instant latestDeadline(World world) {
    return world.all.stream()
        .map(campaign -> listings.facts(campaign.listing).deadline())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** Finance holds nothing any more. */
  void endPauses() {
    for (ChargePauses.Pause one : pauses.open()) {
      endPause.handle(new EndPause.Command(officer(), one.listing()));
    }
  }

  private static Actor officer() {
    return new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
  }

  /** Lets everything come to its end with a gateway that does right. */
  private void end(World world) {
    Map<ListingState, Duration> patience = new EnumMap<>(ListingState.class);
    patience.put(ListingState.LIVE, Duration.ofDays(8));
    patience.put(ListingState.COLLECTING, Duration.ofDays(9));
    world.forgetRest();
    endPauses();
    for (int round = 0; round < 4; round++) {
      Duration longest = Duration.ofDays(1);
      for (Campaign campaign : world.all) {
        world.resume(campaign);
        world.decideAll(campaign);
        ListingState state = campaigns.state(campaign.listing);
        Duration time = patience.getOrDefault(state, Duration.ZERO);
        longest = longest.compareTo(time) < 0 ? time : longest;
      }
      world.pass(longest);
      if (longest.equals(Duration.ofDays(1))) {
        return;
      }
    }
  }
}
