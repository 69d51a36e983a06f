package wasl.pledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import wasl.listing.FundingModel;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.Media;
import wasl.money.Money;
import wasl.party.Contact;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.CurrentActor;
import wasl.party.PartyQueries;
import wasl.pledge.Mandate;
import wasl.pledge.PlacePledge;
import wasl.pledge.PledgePolicy;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeTotals;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Pictures;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;

/** {@code /listings/{id}/pledge}. */
@Named
@RequestScoped
public class PlacePledgePage {

  private static final List<Long> SUGGESTED = List.of(25L, 50L, 100L, 250L);

  /** Which words of the mandate the form has shown; never kept, so that it is always the page's. */
  private static final String SHOWN = "shown";

  @Inject private ListingQueries listings;
  @Inject private Media media;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;
  @Inject private CountryRules countries;
  @Inject private PlacePledge place;
  @Inject private CurrentActor current;
  @Inject private Clock clock;

  private final PlacePledgeForm form = new PlacePledgeForm();
  private String id;
  private String suggested;
  private ListingFacts listing;
  private PledgeTotals totals;
  private String cover;
  private Contact me;
  private CountryRule rule;

  /** Reads the listing and the rules for this investor. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    suggested = PageLinks.value("amount");
    ListingId listingId =
        ListingId.parse(id).orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    listing = listings.facts(listingId);
    if (!listing.published()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    totals = pledges.totals(listingId);
    cover =
        media.of(listingId).stream()
            .filter(file -> file.kind() == Media.Kind.COVER)
            .map(file -> file.address(Pictures.Size.CARD.word()))
            .findFirst()
            .orElse(null);
    me = parties.contact(current.get().party());
    rule = countries.of(me.country());
    if (form.getKey() == null) {
      form.setKey(Ids.text(Ids.next()));
    }
    if (form.getAmount() == null && suggested != null && suggested.matches("\\d{1,7}")) {
      form.setAmount(suggested);
    }
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    current.get();
  }

  /** Places the pledge and goes on to save the card. */
  public void pledge() {
    PageLinks.here().go("/pay/" + placed().view().payToken());
  }

  private PlacePledge.Placed placed() {
    try {
      return place.handle(
          new PlacePledge.Command(
              current.get(),
              listing.id(),
              TypedMoney.of(form.getAmount(), listing.currency()),
              TypedMoney.orZero(form.getTip(), listing.currency()),
              form.isNamed(),
              form.isConsent(),
              form.isMandate(),
              Objects.toString(PageLinks.value(SHOWN), ""),
              form.getKey()));
    } catch (Refused refused) {
      if (refused.refusal() instanceof PledgeRefused.MandateChanged) {
        // the new words have not been accepted yet
        form.setMandate(false);
      }
      throw refused;
    }
  }

  public PlacePledgeForm getForm() {
    return form;
  }

  public ListingFacts getListing() {
    return listing;
  }

  /** The cover's address; null for the sector's drawing. */
  public String getCover() {
    return cover;
  }

  public PledgeTotals getTotals() {
    return totals;
  }

  public CountryRule getRule() {
    return rule;
  }

  public Contact getMe() {
    return me;
  }

  public List<Long> getSuggested() {
    return SUGGESTED;
  }

  /** The amount of a suggestion, as people write it. */
  public Money money(long units) {
    return Money.minor(units * 100, listing.currency());
  }

  public Money getMinimum() {
    return PledgePolicy.minimum(listing);
  }

  public Money getZero() {
    return Money.zero(listing.currency());
  }

  /** Whether it takes pledges now. */
  public boolean isOpen() {
    return listing.state() == ListingState.LIVE && clock.instant().isBefore(listing.deadline());
  }

  public boolean isOwn() {
    return listing.owner().equals(current.get().party());
  }

  public boolean isOffered() {
    return rule.offers(listing.model().name());
  }

  public int getReflectionHours() {
    return rule.reflectionHours(listing.model().name());
  }

  public int getReflectionDays() {
    return getReflectionHours() / 24;
  }

  /** Until when the reflection would run. */
  public Instant getReflectingUntil() {
    return clock.instant().plus(Duration.ofHours(getReflectionHours()));
  }

  /** Whether the reflection would end after the deadline. */
  public boolean isLate() {
    return getReflectingUntil().isAfter(listing.deadline());
  }

  /** Whether this investor may pledge here now. */
  public boolean isPossible() {
    return isOpen() && !isOwn() && isOffered() && !isLate();
  }

  /** Above how much an explicit consent is asked for; null for never. */
  public Money getConsentAbove() {
    Long limit = PledgePolicy.consentAbove(rule, listing);
    return limit == null ? null : Money.minor(limit, listing.currency());
  }

  /** Whether money may come back, and so may be lost. */
  public boolean isRisky() {
    return listing.model() != FundingModel.GRANT;
  }

  public Instant getCancelUntil() {
    return PledgePolicy.cancelUntil(clock.instant(), listing);
  }

  public String getMandateKey() {
    return Mandate.key(Mandate.VERSION);
  }

  /** Stands for the very words that this page shows. */
  public String mandateHash(Lang lang) {
    return Mandate.present(lang).hash();
  }

  public Instant getNow() {
    return clock.instant();
  }

  public String getId() {
    return id;
  }
}
