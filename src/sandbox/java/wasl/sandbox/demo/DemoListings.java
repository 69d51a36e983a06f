package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import wasl.listing.AddMedia;
import wasl.listing.Districts;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.Media;
import wasl.listing.PublishListing;
import wasl.listing.Rates;
import wasl.listing.SaveSection;
import wasl.listing.StartListing;
import wasl.listing.SubmitListing;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.sandbox.demo.Catalogue.Seed;
import wasl.shared.Baghdad;

/** Fills the listing's form as its owner would, section by section. */
@ApplicationScoped
public class DemoListings {

  @Inject private StartListing start;
  @Inject private SaveSection save;
  @Inject private AddMedia addMedia;
  @Inject private SubmitListing submit;
  @Inject private PublishListing publish;
  @Inject private Rates rates;
  @Inject private Districts districts;
  @Inject private Clock clock;

  private final Map<Integer, Seed> seeds = Catalogue.read();

  Seed seed(int no) {
    return seeds.get(no);
  }

  /** All that the catalogue has. */
  List<Seed> seeds() {
    return List.copyOf(seeds.values());
  }

  /** A complete draft. */
  ListingId draft(Actor owner, int no, int campaignDays) {
    Seed seed = seeds.get(no);
    ListingId id = ListingId.next();
    start.handle(new StartListing.Command(owner, id, null));
    for (ListingContent.Part part : parts(seed, campaignDays)) {
      save.handle(new SaveSection.Command(owner, id, 0, part));
    }
    String cover = seed.facts().cover();
    if (cover != null) {
      addMedia.handle(
          new AddMedia.Command(
              owner, id, Media.Kind.COVER, cover + ".jpg", Catalogue.cover(cover)));
    }
    return id;
  }

  void submit(Actor owner, ListingId id) {
    submit.handle(new SubmitListing.Command(owner, id, true));
  }

  /** Publishes; starts at once, or after some days. */
  void publish(Actor owner, ListingId id, int startsInDays) {
    publish.handle(
        new PublishListing.Command(owner, id, clock.instant().plus(Duration.ofDays(startsInDays))));
  }

  private List<ListingContent.Part> parts(Seed seed, int campaignDays) {
    Instant now = clock.instant();
    LocalDate today = Baghdad.day(now);
    UnaryOperator<Money> fromDinars =
        dinars -> rates.official(seed.currency(), today).orElseThrow().fromDinars(dinars);
    List<ListingContent.Part> parts = new ArrayList<>();
    parts.add(FilledForm.business(seed, district(seed)));
    parts.add(FilledForm.words(seed));
    parts.add(FilledForm.plan(seed, rates.fee(seed.model(), now), fromDinars, campaignDays));
    parts.add(FilledForm.milestones(seed, today.plusDays(campaignDays)));
    parts.add(FilledForm.risks(seed));
    if (seed.model() != FundingModel.GRANT) {
      parts.add(FilledForm.terms(seed));
    }
    return parts;
  }

  private String district(Seed seed) {
    Governorate governorate = Governorate.of(seed.facts().governorate()).orElseThrow();
    String english = seed.facts().district();
    return districts.of(governorate).stream()
        .filter(each -> each.en().endsWith(english))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(english))
        .code();
  }
}
