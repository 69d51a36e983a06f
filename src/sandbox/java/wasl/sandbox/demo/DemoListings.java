package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.listing.Business;
import wasl.listing.Districts;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.PublishListing;
import wasl.listing.Rates;
import wasl.listing.SaveSection;
import wasl.listing.Sector;
import wasl.listing.StartListing;
import wasl.listing.SubmitListing;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.sandbox.demo.Catalogue.Seed;
import wasl.shared.Baghdad;
import wasl.shared.Lang;

/** Fills the listing's form as its owner would, section by section. */
@ApplicationScoped
public class DemoListings {

  private static final int MINIMUM_BASIS_POINTS = 8_000;
  private static final int CAP_BASIS_POINTS = 13_000;

  @Inject private StartListing start;
  @Inject private SaveSection save;
  @Inject private SubmitListing submit;
  @Inject private PublishListing publish;
  @Inject private Rates rates;
  @Inject private Districts districts;
  @Inject private Clock clock;

  private final Map<Integer, Seed> seeds = Catalogue.read();

  Seed seed(int no) {
    return seeds.get(no);
  }

  /** A complete draft. */
  ListingId draft(Actor owner, int no, int campaignDays) {
    Seed seed = seeds.get(no);
    ListingId id = ListingId.next();
    start.handle(new StartListing.Command(owner, id, null));
    for (ListingContent.Part part : parts(seed, campaignDays)) {
      save.handle(new SaveSection.Command(owner, id, 0, part));
    }
    return id;
  }

  void submit(Actor owner, ListingId id) {
    submit.handle(new SubmitListing.Command(owner, id, true));
  }

  /** Publishes; starts at once, or after some days. */
  void publish(Actor owner, ListingId id, int startsInDays) {
    publish.handle(
        new PublishListing.Command(
            owner, id, clock.instant().plus(java.time.Duration.ofDays(startsInDays))));
  }

  private List<ListingContent.Part> parts(Seed seed, int campaignDays) {
    List<ListingContent.Part> parts = new ArrayList<>();
    parts.add(business(seed));
    parts.add(words(seed));
    parts.add(plan(seed, campaignDays));
    parts.add(milestones(seed, campaignDays));
    parts.add(
        new ListingContent.Risks(
            seed.risks().stream().map(r -> new ListingContent.Risk(r.what(), r.then())).toList(),
            seed.jobsNew(),
            seed.jobsKept(),
            Arrays.asList(seed.skills().split("[،,] "))));
    if (model(seed) != FundingModel.GRANT) {
      parts.add(terms(seed));
    }
    return parts;
  }

  private Business.Details business(Seed seed) {
    Governorate governorate = Governorate.of(seed.governorate()).orElseThrow();
    return new Business.Details(
        seed.business(),
        Business.LegalForm.NOT_REGISTERED,
        null,
        governorate,
        district(governorate, seed.district()),
        Sector.valueOf(seed.sector()),
        seed.foundedYear(),
        seed.employees(),
        seed.womenOwned(),
        seed.returneeOwned(),
        seed.idpOwned());
  }

  private String district(Governorate governorate, String english) {
    return districts.of(governorate).stream()
        .filter(each -> each.en().endsWith(english))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(english))
        .code();
  }

  private static ListingContent.Words words(Seed seed) {
    Map<Lang, ListingContent.Text> texts = new EnumMap<>(Lang.class);
    seed.words()
        .forEach(
            (code, words) ->
                texts.put(
                    Lang.of(code).orElseThrow(),
                    new ListingContent.Text(words.title(), words.summary(), words.story())));
    return new ListingContent.Words(Lang.of(seed.lang()).orElseThrow(), texts);
  }

  private ListingContent.Plan plan(Seed seed, int campaignDays) {
    List<ListingContent.BudgetLine> lines =
        seed.budget().stream()
            .map(line -> ListingContent.BudgetLine.typed(line.what(), 1, price(line), true))
            .toList();
    long net = seed.budget().stream().mapToLong(Catalogue.Line::usd).sum() * 100;
    Money goal =
        Rates.goalFor(Money.minor(net, Currency.USD), rates.fee(model(seed), clock.instant()));
    return new ListingContent.Plan(
        model(seed),
        Currency.USD,
        goal,
        goal.basisPoints(MINIMUM_BASIS_POINTS, RoundingMode.CEILING),
        goal.basisPoints(CAP_BASIS_POINTS, RoundingMode.FLOOR),
        seed.extra(),
        campaignDays,
        lines);
  }

  private static Money price(Catalogue.Line line) {
    return line.iqd() == null
        ? Money.minor(line.usd() * 100, Currency.USD)
        : Money.minor(line.iqd(), Currency.IQD);
  }

  private ListingContent.Milestones milestones(Seed seed, int campaignDays) {
    LocalDate day = Baghdad.day(clock.instant()).plusDays(campaignDays + 60L);
    List<ListingContent.Milestone> list = new ArrayList<>();
    for (Catalogue.Step step : seed.milestones()) {
      list.add(
          new ListingContent.Milestone(step.title(), step.basisPoints(), day, step.evidence()));
      day = day.plusDays(60);
    }
    return new ListingContent.Milestones(list);
  }

  private static ListingContent.Terms terms(Seed seed) {
    if (model(seed) == FundingModel.QARD_HASAN) {
      return new ListingContent.Terms(3, 18, 1, null, null, null);
    }
    String text =
        seed.budget().stream().map(Catalogue.Line::what).collect(Collectors.joining("، "))
            + "\n\n"
            + seed.risks().get(2).what()
            + ". "
            + seed.risks().get(2).then();
    return new ListingContent.Terms(null, null, null, 3_000, 36, text);
  }

  private static FundingModel model(Seed seed) {
    return FundingModel.valueOf(seed.model());
  }
}
