package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.listing.Completeness;
import wasl.listing.Districts;
import wasl.listing.FundingModel;
import wasl.listing.Listing;
import wasl.listing.ListingContent;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.listing.Media;
import wasl.listing.Rates;
import wasl.listing.web.OtherCurrencies;
import wasl.listing.web.StoryHtml;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.party.CurrentActor;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeTotals;
import wasl.pledge.PublicNames;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Pictures;
import wasl.shared.Refused;
import wasl.shared.TextLang;
import wasl.shared.Texts;
import wasl.shared.web.PageLinks;
import wasl.site.ListingCards;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingRecordView;

/**
 * {@code /listings/{id}}: one listing whole, and the owner's preview of it. Longer than others
 * since the longest page asks here for each of its parts.
 */
@Named
@RequestScoped
public class ListingPage {

  /** All of it, in basis points. */
  private static final int WHOLE = 10_000;

  @Inject private ListingQueries listings;
  @Inject private Listings aggregates;
  @Inject private PledgeQueries pledges;
  @Inject private PublicNames publicNames;
  @Inject private VettingQueries vetting;
  @Inject private Balances balances;
  @Inject private Districts districts;
  @Inject private Rates rates;
  @Inject private Completeness completeness;
  @Inject private StoryHtml stories;
  @Inject private OtherCurrencies otherCurrencies;
  @Inject private CurrentActor actor;
  @Inject private PageLang page;
  @Inject private Clock clock;

  private final String id = PageLinks.value("id");
  private ListingFacts facts;
  private ListingContent content;
  private PledgeTotals totals;
  private List<String> names;
  private VettingRecordView record;
  private List<Media.View> files;
  private String reason;
  private List<OtherCurrencies.Row> beside;

  /**
   * A milestone with its part of the money.
   *
   * @param past whether the money is there and its day has gone by
   */
  public record Step(
      String title,
      int basisPoints,
      Money amount,
      LocalDate dueOn,
      String evidence,
      boolean past) {}

  /**
   * A picture in two sizes.
   *
   * @param alternative what stands for it in words: what its file is named is nobody's business
   */
  public record Picture(String alternative, String small, String large) {}

  /** A document. */
  public record Document(String name, String address) {}

  /** Shows a published listing; anything else is not found. */
  public void load() {
    PledgeQueries.Shown shown = pledges.shown(listing());
    open(shown.whole(), shown.totals());
    if (facts.opensAt() == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    record = vetting.shown(facts.id()).orElse(null);
  }

  /**
   * Shows the owner's own listing in any state, once it was decided with the vetting record; of a
   * draft with gaps, what is lacking.
   */
  public void preview() {
    ListingQueries.Whole whole = listings.whole(listing());
    open(whole, pledges.totals(whole.facts()));
    Listing own = aggregates.getOwn(actor.get(), facts.id());
    if (own.state() == ListingState.DRAFT
        && !completeness.lacking(own, clock.instant()).isEmpty()) {
      PageLinks.here().go("/my/listings/" + own.id() + "/edit/review");
    }
    record = vetting.record(facts.id()).filter(each -> each.decision() != null).orElse(null);
  }

  private ListingId listing() {
    return ListingId.parse(id).orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
  }

  private void open(ListingQueries.Whole whole, PledgeTotals pledged) {
    facts = whole.facts();
    content = whole.content();
    files = whole.media();
    totals = pledged;
    names = publicNames.of(facts, totals);
    if (facts.state() == ListingState.SUSPENDED || facts.state() == ListingState.STOPPED) {
      reason = aggregates.get(facts.id()).suspensionReason();
    }
    beside =
        otherCurrencies.rows(isCollecting() ? totals.collected() : totals.pledged(), facts.goal());
  }

  public String getId() {
    return id;
  }

  public ListingFacts getFacts() {
    return facts;
  }

  public ListingContent getContent() {
    return content;
  }

  public PledgeTotals getTotals() {
    return totals;
  }

  /** The investors who show their name; none before the listing is funded. */
  public List<String> getNames() {
    return names;
  }

  public VettingRecordView getRecord() {
    return record;
  }

  public String getReason() {
    return reason;
  }

  /** The language of the reason, which an officer wrote in any. */
  public Lang getReasonLang() {
    return reason == null ? page.lang() : TextLang.of(reason, page.lang());
  }

  /** The words in the reader's language, else the owner's; empty words for an unwritten draft. */
  public ListingContent.Text getText() {
    ListingContent.Text text = content.words().in(page.lang());
    return text == null ? new ListingContent.Text("", "", "") : text;
  }

  public Lang getTextLang() {
    return content.words().langFor(page.lang());
  }

  /** The story as safe HTML. */
  public String getStoryMarkup() {
    return stories.html(getText().story());
  }

  /** Says where the text comes from when the reader does not see the original. */
  public String getLanguageNote() {
    Lang original = content.words().original();
    if (original == null) {
      return "";
    }
    if (getTextLang() != page.lang()) {
      return texts().of("site.listing.otherLanguage", "language", original.getOwnName());
    }
    return getTextLang() == original
        ? ""
        : texts().of("site.listing.translated", "language", original.getOwnName());
  }

  /** The language of the parts that are not translated: budget, milestones, risks, skills. */
  public Lang getOwnLang() {
    Lang original = content.words().original();
    return original == null ? page.lang() : original;
  }

  /** Says so beside them, where a translation above lets the reader expect another language. */
  public String getOwnNote() {
    return getOwnLang() == page.lang()
        ? ""
        : texts().of("site.listing.own", "language", getOwnLang().getOwnName());
  }

  /** District and governorate. */
  public String getPlace() {
    return Places.name(facts.governorate(), content.business().district(), districts, page.lang());
  }

  /** How many institutions have answered; none before a decision. */
  public long getVetters() {
    if (record == null || record.decision() == null) {
      return 0;
    }
    return record.opinions().stream()
        .filter(each -> each.opinion() != null)
        .map(VettingRecordView.OpinionView::institution)
        .distinct()
        .count();
  }

  /** Whether it ended without being carried out: nothing of what was planned will come. */
  public boolean isOver() {
    return EnumSet.of(ListingState.UNFUNDED, ListingState.STOPPED, ListingState.WITHDRAWN)
        .contains(facts.state());
  }

  /** When the campaign ends or ended: earlier than planned where the project did. */
  public Instant getCampaignEnd() {
    Instant ended = isOver() ? facts.endedAt() : null;
    return ended != null && ended.isBefore(facts.deadline()) ? ended : facts.deadline();
  }

  /** Whether readers can help it along. */
  public boolean isHelpWanted() {
    return facts.published() && !isOver();
  }

  /** Whether charging has begun, so that collected is the number that matters. */
  public boolean isCollecting() {
    return List.of(
            ListingState.COLLECTING,
            ListingState.FUNDED,
            ListingState.DELIVERED,
            ListingState.REPAYING,
            ListingState.COMPLETED,
            ListingState.DEFAULTED)
        .contains(facts.state());
  }

  public long getDaysLeft() {
    return ListingCards.daysLeft(facts.deadline(), clock.instant());
  }

  /** What the state means for a reader, where the buttons do not say it. */
  public String getEnded() {
    String key = "site.listing.ended." + (belowGoal() ? "BELOW_GOAL" : facts.state());
    if (!texts().has(key)) {
      return "";
    }
    var until = facts.state() == ListingState.SCHEDULED ? facts.opensAt() : facts.collectingUntil();
    return texts().of(key, "date", until == null ? "" : Formats.in(page.lang()).date(until));
  }

  /** The goal in dinars at the official rate, with its date. */
  public String getInDinars() {
    return otherCurrencies.inDinars(facts.goal());
  }

  /** What is pledged or collected, and the goal, in the currencies of viewers. */
  public List<OtherCurrencies.Row> getBeside() {
    return beside;
  }

  /** What the goal is about where the reader lives; empty for visitors. */
  public String getInMine() {
    return otherCurrencies.mine(facts.goal());
  }

  /** By which rate these amounts come to dinars. */
  public String getBesideNote() {
    return otherCurrencies.note(facts.goal());
  }

  /** The fee's rate: frozen at publication, today's before. */
  public int getFeeBasisPoints() {
    if (facts.feeBasisPoints() != null) {
      return facts.feeBasisPoints();
    }
    return facts.model() == null ? 0 : rates.fee(facts.model(), clock.instant());
  }

  public Money getFee() {
    return facts.goal() == null ? null : Rates.feeOf(facts.goal(), getFeeBasisPoints());
  }

  /** What arrives at the goal. */
  public Money getNet() {
    return facts.goal() == null ? null : facts.goal().minus(getFee());
  }

  /** What the lines without which the project cannot be come to; null in an empty draft. */
  public Money getRequired() {
    return content.plan().lines().stream()
        .filter(line -> line.required() && line.total() != null)
        .map(ListingContent.BudgetLine::total)
        .reduce(Money::plus)
        .orElse(null);
  }

  /** Whether some lines can be done without. */
  public boolean isHasOptional() {
    return content.plan().lines().stream().anyMatch(line -> !line.required());
  }

  /** One instalment of a loan; null where it has none. */
  public Money getInstalment() {
    Integer count = content.terms().instalments();
    return facts.model() != FundingModel.QARD_HASAN
            || facts.goal() == null
            || count == null
            || count < 1
        ? null
        : getRaised().portion(1, count, RoundingMode.HALF_EVEN);
  }

  /** Whether that instalment so many times is not quite the whole. */
  public boolean isInstalmentRounded() {
    Money each = getInstalment();
    return each != null && !each.times(content.terms().instalments()).equals(getRaised());
  }

  /** Whether it is settled what was collected: the milestones share that, not the goal. */
  public boolean isFunded() {
    return isCollecting() && facts.state() != ListingState.COLLECTING;
  }

  /** The platform's part of what was collected. */
  public Money getCollectedFee() {
    return Rates.feeOf(totals.collected(), getFeeBasisPoints());
  }

  /** What of the collected money is for the project. */
  public Money getCollectedNet() {
    return totals.collected().minus(getCollectedFee());
  }

  /** Whether more than the goal can come in, or did. */
  public boolean isExtraPossible() {
    return !isOver() && !belowGoal();
  }

  /** Whether it was funded with less than its goal: the minimum viable amount came in. */
  private boolean belowGoal() {
    return facts.state() == ListingState.FUNDED && totals.collected().isLessThan(facts.goal());
  }

  /** What was collected once that is settled, the goal before. */
  public Money getRaised() {
    return isFunded() ? totals.collected() : facts.goal();
  }

  /** The milestones, each with its part of what arrives; together they are all of it. */
  public List<Step> getMilestones() {
    List<ListingContent.Milestone> all = content.milestones().list();
    List<Integer> points =
        all.stream().map(each -> each.basisPoints() == null ? 0 : each.basisPoints()).toList();
    List<Money> amounts = facts.goal() == null ? List.of() : parts(points);
    LocalDate today = Baghdad.day(clock.instant());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ListingContent.Milestone each = all.get(i);
      Money amount = amounts.isEmpty() ? null : amounts.get(i);
      boolean past = isFunded() && each.dueOn() != null && each.dueOn().isBefore(today);
      steps.add(new Step(each.title(), points.get(i), amount, each.dueOn(), each.evidence(), past));
    }
    return steps;
  }

  /** In a draft the points may not be a whole yet: then each part stands for itself. */
  private List<Money> parts(List<Integer> points) {
    Money arrives = getRaised().minus(Rates.feeOf(getRaised(), getFeeBasisPoints()));
    return points.stream().mapToInt(Integer::intValue).sum() == WHOLE
        ? arrives.split(points.stream().map(Integer::longValue).toList())
        : points.stream().map(each -> arrives.basisPoints(each, RoundingMode.HALF_EVEN)).toList();
  }

  /** What comes back, in a sentence. */
  public String getReturnText() {
    String key = "site.listing.return." + facts.model();
    ListingContent.Terms terms = content.terms();
    if (facts.model() == FundingModel.QARD_HASAN) {
      return texts().of(key, "n", terms.instalments() == null ? 0 : terms.instalments());
    }
    if (facts.model() == FundingModel.PROFIT_SHARE) {
      int share = terms.investorShare() == null ? 0 : terms.investorShare();
      int months = terms.termMonths() == null ? 0 : terms.termMonths();
      return texts().of(key, "percent", Formats.in(page.lang()).percent(share), "n", months);
    }
    return texts().get(key);
  }

  /** The cover's address; null for the sector's drawing. */
  public String getCover() {
    return files.stream()
        .filter(file -> file.kind() == Media.Kind.COVER)
        .map(file -> file.address("page"))
        .findFirst()
        .orElse(null);
  }

  /** The cover in the widths that a screen chooses from; null for the sector's drawing. */
  public String getCoverSet() {
    return files.stream()
        .filter(file -> file.kind() == Media.Kind.COVER)
        .map(file -> file.widths(Pictures.Size.CARD, Pictures.Size.PAGE))
        .findFirst()
        .orElse(null);
  }

  public List<Picture> getGallery() {
    List<Media.View> gallery =
        files.stream().filter(file -> file.kind() == Media.Kind.GALLERY).toList();
    List<Picture> pictures = new ArrayList<>();
    for (Media.View file : gallery) {
      String words =
          texts()
              .of(
                  "site.listing.picture",
                  "no",
                  pictures.size() + 1,
                  "all",
                  gallery.size(),
                  "title",
                  getText().title());
      pictures.add(new Picture(words, file.address("card"), file.address("full")));
    }
    return pictures;
  }

  public List<Document> getDocuments() {
    return files.stream()
        .filter(file -> file.kind() == Media.Kind.DOCUMENT)
        .map(file -> new Document(file.name(), file.address("file")))
        .collect(Collectors.toList());
  }

  /** Whether money has come in, so that the ledger has something to show. */
  public boolean isHasMoney() {
    return totals.collected().isPositive();
  }

  public Money getEscrow() {
    return balance(AccountKind.LISTING_ESCROW);
  }

  public Money getTips() {
    return balance(AccountKind.TIPS_HELD);
  }

  private Money balance(AccountKind kind) {
    return balances.of(AccountRef.of(kind, facts.currency(), facts.id().value()));
  }

  private Texts texts() {
    return Texts.in(page.lang());
  }
}
