package wasl.listing;

import static wasl.listing.ListingAction.*;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Baghdad;
import wasl.shared.Refused;

/**
 * One funding round of a business, from draft to its end.
 *
 * <p>The owner writes a draft, submits it, may recall it until a reviewer opens it, answers asked
 * changes and resubmits. Once approved the owner publishes it, choosing the start; what is not
 * published within six months lapses. It goes live at its start. At the deadline it collects, or is
 * unfunded; after the collection window it is funded, or unfunded. The lead institution may suspend
 * it meanwhile, resume it or stop it for good; the owner may withdraw it until money is collected.
 *
 * <p>Every verb asks {@link ListingState#LIFECYCLE}, refuses with {@link
 * ListingRefused.StateChanged} what the table does not allow, and remembers its event until {@link
 * Listings#save}. Longer than other classes because it is the whole story of its state in one
 * place.
 */
@Entity
@Table(name = "listing")
@Access(AccessType.FIELD)
public class Listing {

  /** How long after a rejection an appeal may come. */
  public static final int APPEAL_DAYS = 30;

  /** How long after the approval a listing may wait for publication. */
  public static final int MONTHS_TO_PUBLISH = 6;

  /** How far ahead of the publication the start may lie. */
  public static final Duration START_WITHIN = Duration.ofDays(90);

  /** What a resumed campaign or collection has left at least. */
  public static final Duration LEFT_AFTER_PAUSE = Duration.ofHours(72);

  @Id private long id;
  @Version private int version;

  @Column(name = "owner_id")
  private PartyId owner;

  @Column(name = "business_id")
  private BusinessId business;

  @Enumerated(EnumType.STRING)
  private ListingState state;

  @Enumerated(EnumType.STRING)
  private FundingModel model;

  @Enumerated(EnumType.STRING)
  private Currency currency;

  @Column(name = "goal_minor")
  private Long goalMinor;

  @Column(name = "minimum_minor")
  private Long minimumMinor;

  @Column(name = "cap_minor")
  private Long capMinor;

  @Column(name = "campaign_days")
  private Integer campaignDays;

  @Column(name = "fee_basis_points")
  private Integer feeBasisPoints;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "payout_clause_at")
  private Instant payoutClauseAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  private boolean appealed;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "opens_at")
  private Instant opensAt;

  private Instant deadline;

  @Column(name = "collecting_until")
  private Instant collectingUntil;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "suspension_reason")
  private String suspensionReason;

  @Enumerated(EnumType.STRING)
  @Column(name = "state_before_suspension")
  private ListingState stateBeforeSuspension;

  @Convert(converter = Section.SetConverter.class)
  @Column(name = "open_sections")
  private Set<Section> openSections;

  @Convert(converter = Section.SetConverter.class)
  @Column(name = "changed_sections")
  private Set<Section> changedSections;

  @Transient private List<ListingEvent> happened = new ArrayList<>();

  /** For JPA. */
  protected Listing() {}

  /** A new, empty draft. */
  public Listing(ListingId id, PartyId owner, BusinessId business, Instant now) {
    this.id = id.value();
    this.owner = owner;
    this.business = business;
    this.state = ListingState.LIFECYCLE.start();
    this.openSections = EnumSet.noneOf(Section.class);
    this.changedSections = EnumSet.noneOf(Section.class);
    this.createdAt = now;
  }

  /**
   * The owner changes a section: everything in a draft, what was asked for while changes are
   * requested, nothing otherwise.
   *
   * @throws Refused {@link ListingRefused.StateChanged}, {@link ListingRefused.SectionClosed}
   */
  public void edit(Section section) {
    refuseUnlessEditable(section);
    if (state == ListingState.CHANGES_REQUESTED) {
      Set<Section> changed = EnumSet.copyOf(openSections);
      changed.retainAll(changedSections);
      changed.add(section);
      changedSections = changed;
    }
  }

  /** Refuses what {@link #edit} would refuse, and changes nothing. */
  void refuseUnlessEditable(Section section) {
    if (state == ListingState.CHANGES_REQUESTED && !openSections.contains(section)) {
      throw new Refused(new ListingRefused.SectionClosed(section));
    }
    if (!editable(section)) {
      throw new Refused(new ListingRefused.StateChanged(state));
    }
  }

  /**
   * A section for which nobody asked has come to lack something while changes are requested: a due
   * date has passed, the fee or the funding model is another. It is opened as those asked for are,
   * or the listing could never be handed in again. What lacks something is found by {@link
   * Completeness}.
   *
   * @throws Refused {@link ListingRefused.StateChanged}
   */
  void reopen(Section lacking) {
    if (state != ListingState.CHANGES_REQUESTED) {
      throw new Refused(new ListingRefused.StateChanged(state));
    }
    Set<Section> open = EnumSet.copyOf(openSections);
    open.add(lacking);
    openSections = open;
  }

  /** Whether {@link #edit} would take this section now. */
  public boolean editable(Section section) {
    return state == ListingState.DRAFT
        || state == ListingState.CHANGES_REQUESTED && openSections.contains(section);
  }

  /** What the campaign is about, as far as it is known. */
  public void plan(ListingContent.Plan plan) {
    edit(Section.MONEY);
    model = plan.model();
    currency = plan.currency();
    goalMinor = minor(plan.goal());
    minimumMinor = minor(plan.minimum());
    capMinor = minor(plan.cap());
    campaignDays = plan.campaignDays();
  }

  private static Long minor(Money money) {
    return money == null ? null : money.amountMinor();
  }

  /**
   * Hands the complete draft in. Completeness is proved by {@link SubmitListing}, with which the
   * owner also accepts that the money is paid if at least the minimum viable amount is collected.
   */
  public void submit(Instant now) {
    advance(SUBMIT);
    submittedAt = now;
    payoutClauseAt = now;
    happened.add(new ListingEvent.ListingSubmitted(id()));
  }

  /** The owner takes it back before a reviewer has opened it. */
  public void recall() {
    advance(RECALL);
    happened.add(new ListingEvent.ListingRecalled(id()));
  }

  /** A lead reviewer opens it. */
  public void open() {
    advance(OPEN);
  }

  /** The lead asks for changes in these sections, at least one. */
  public void askForChanges(Set<Section> sections) {
    advance(ASK_FOR_CHANGES);
    openSections = EnumSet.copyOf(sections);
    changedSections = EnumSet.noneOf(Section.class);
    happened.add(new ListingEvent.ChangesRequested(id(), List.copyOf(openSections)));
  }

  /** The owner has answered the asked changes. */
  public void resubmit(Instant now) {
    advance(RESUBMIT);
    submittedAt = now;
    happened.add(new ListingEvent.ListingResubmitted(id(), List.copyOf(changedSections)));
    openSections = EnumSet.noneOf(Section.class);
    changedSections = EnumSet.noneOf(Section.class);
  }

  /** The lead institution approves, by four eyes. */
  public void approve(Instant now) {
    advance(APPROVE);
    decidedAt = now;
    happened.add(new ListingEvent.ListingApproved(id()));
  }

  /** The lead institution rejects, by four eyes. */
  public void reject(Instant now) {
    advance(REJECT);
    decidedAt = now;
    happened.add(new ListingEvent.ListingRejected(id()));
  }

  /**
   * The owner appeals against the rejection: once, within {@link #APPEAL_DAYS} days.
   *
   * @throws Refused also {@link ListingRefused.AppealedAlready}, {@link
   *     ListingRefused.AppealTooLate}
   */
  public void appeal(Instant now) {
    refuseUnlessAllowed(APPEAL);
    if (appealed) {
      throw new Refused(new ListingRefused.AppealedAlready());
    }
    if (now.isAfter(appealUntil())) {
      throw new Refused(new ListingRefused.AppealTooLate(Baghdad.day(appealUntil())));
    }
    advance(APPEAL);
    appealed = true;
    happened.add(new ListingEvent.ListingAppealed(id()));
  }

  /** Until when a rejection may be appealed; null where nothing was rejected. */
  public Instant appealUntil() {
    return decidedAt == null || state != ListingState.REJECTED
        ? null
        : decidedAt.plus(APPEAL_DAYS, ChronoUnit.DAYS);
  }

  /**
   * The owner publishes and chooses the start. The platform fee is frozen now, as it was when the
   * listing was last submitted.
   *
   * @param start when pledges may begin; an instant that has passed means now
   * @param feeBasisPoints the fee of this funding model, for which the budget was made
   * @param openPreconditions how many preconditions are not confirmed yet
   * @throws Refused also {@link ListingRefused.PreconditionsOpen}, {@link
   *     ListingRefused.StartTooLate}
   */
  public void publish(Instant start, int feeBasisPoints, long openPreconditions, Instant now) {
    refuseUnlessAllowed(PUBLISH);
    if (openPreconditions > 0) {
      throw new Refused(new ListingRefused.PreconditionsOpen(openPreconditions));
    }
    Instant latest = now.plus(START_WITHIN);
    if (start.isAfter(latest)) {
      throw new Refused(new ListingRefused.StartTooLate(latest));
    }
    advance(PUBLISH);
    this.feeBasisPoints = feeBasisPoints;
    publishedAt = now;
    opensAt = start.isBefore(now) ? now : start;
    deadline = opensAt.plus(campaignDays, ChronoUnit.DAYS);
    happened.add(new ListingEvent.ListingPublished(id()));
  }

  /** The approval has waited six months for publication. */
  public void lapse(Instant now) {
    refuseUnlessAllowed(LAPSE);
    refuseBefore(lapsesAt(), now);
    advance(LAPSE);
    endedAt = now;
    happened.add(new ListingEvent.ListingLapsed(id()));
  }

  /** When an approval that is not used lapses; null where there is none. */
  public Instant lapsesAt() {
    return state != ListingState.APPROVED ? null : lapseAfter(decidedAt);
  }

  /** When an approval of this instant lapses: six months of Baghdad's calendar later. */
  static Instant lapseAfter(Instant approved) {
    return approved.atZone(Baghdad.ZONE).plusMonths(MONTHS_TO_PUBLISH).toInstant();
  }

  /** The start is reached: pledges may come. */
  public void start(Instant now) {
    refuseUnlessAllowed(START);
    refuseBefore(opensAt, now);
    advance(START);
    happened.add(new ListingEvent.ListingStarted(id()));
  }

  /**
   * The deadline has come with the goal reached by firm pledges.
   *
   * @param windowEnd until when cards are charged
   */
  public void reachGoal(Instant now, Instant windowEnd) {
    refuseUnlessAllowed(REACH_GOAL);
    refuseBefore(deadline, now);
    advance(REACH_GOAL);
    collectingUntil = windowEnd;
    happened.add(new ListingEvent.CollectingStarted(id()));
  }

  /** The deadline has come with the goal missed. */
  public void missGoal(Instant now) {
    refuseUnlessAllowed(MISS_GOAL);
    refuseBefore(deadline, now);
    advance(MISS_GOAL);
    endedAt = now;
    happened.add(new ListingEvent.ListingUnfunded(id(), false));
  }

  /** The collection is over and at least the minimum viable amount was collected. */
  public void fund() {
    advance(FUND);
    happened.add(new ListingEvent.ListingFunded(id()));
  }

  /** The collection is over and less than the minimum viable amount was collected. */
  public void fallShort(Instant now) {
    advance(FALL_SHORT);
    endedAt = now;
    happened.add(new ListingEvent.ListingUnfunded(id(), true));
  }

  /**
   * The lead suspends: no pledges, no charges, no tranches.
   *
   * @param reason published on the listing
   */
  public void suspend(String reason, Instant now) {
    ListingState before = state;
    advance(SUSPEND);
    stateBeforeSuspension = before;
    suspendedAt = now;
    suspensionReason = reason;
    happened.add(new ListingEvent.ListingSuspended(id(), reason, before));
  }

  /**
   * Back to the state before the suspension. Start, deadline and collection window move by the
   * pause; at least 72 hours are left.
   */
  public void resume(Instant now) {
    refuseUnlessAllowed(RESUME);
    Duration pause = Duration.between(suspendedAt, now);
    switch (stateBeforeSuspension) {
      case SCHEDULED -> {
        opensAt = opensAt.plus(pause);
        deadline = deadline.plus(pause);
      }
      case LIVE -> deadline = moved(deadline, pause, now);
      case COLLECTING -> collectingUntil = moved(collectingUntil, pause, now);
      default -> {
        // a funded listing waits for nothing that has a time
      }
    }
    state = stateBeforeSuspension;
    stateBeforeSuspension = null;
    suspendedAt = null;
    suspensionReason = null;
    happened.add(new ListingEvent.ListingResumed(id(), state));
  }

  /**
   * Finance held the charges and lets them go on: the collection window moves by what of the pause
   * lies in it; at least 72 hours are left. Whoever could not pay meanwhile has not lost that time.
   * Of a listing that is suspended what lies before the suspension counts; the rest counts when it
   * is resumed.
   */
  public void prolongCollection(Instant pausedAt, Instant now) {
    Instant from = pausedAt.isBefore(deadline) ? deadline : pausedAt;
    if (state == ListingState.COLLECTING) {
      collectingUntil = moved(collectingUntil, Duration.between(from, now), now);
    } else if (stateBeforeSuspension == ListingState.COLLECTING && from.isBefore(suspendedAt)) {
      Instant until = now.isBefore(suspendedAt) ? now : suspendedAt;
      collectingUntil = collectingUntil.plus(Duration.between(from, until));
    }
  }

  private static Instant moved(Instant until, Duration pause, Instant now) {
    Instant later = until.plus(pause);
    Instant least = now.plus(LEFT_AFTER_PAUSE);
    return later.isBefore(least) ? least : later;
  }

  /**
   * The lead stops it for good, by four eyes.
   *
   * @param reason published on the listing
   */
  public void stop(String reason, Instant now) {
    ListingState from = stateBeforeSuspension == null ? state : stateBeforeSuspension;
    advance(STOP);
    suspensionReason = reason;
    endedAt = now;
    happened.add(new ListingEvent.ListingStopped(id(), from));
  }

  /** The last tranche of a grant is confirmed. */
  public void deliver(Instant now) {
    advance(DELIVER);
    endedAt = now;
    happened.add(new ListingEvent.ListingDelivered(id()));
  }

  /** The last tranche of what is to be paid back is confirmed. */
  public void startRepaying() {
    advance(START_REPAYING);
    happened.add(new ListingEvent.RepayingStarted(id()));
  }

  /** The last instalment is distributed. */
  public void complete(Instant now) {
    advance(COMPLETE);
    endedAt = now;
    happened.add(new ListingEvent.ListingCompleted(id()));
  }

  /** What is still owed is written off. */
  public void writeOff(Instant now) {
    advance(ListingAction.DEFAULT);
    endedAt = now;
    happened.add(new ListingEvent.ListingDefaulted(id()));
  }

  /** The owner withdraws: possible until money is collected, also while suspended before that. */
  public void withdraw(Instant now) {
    if (!allows(WITHDRAW)) {
      throw new Refused(new ListingRefused.StateChanged(state));
    }
    ListingState from = state;
    advance(WITHDRAW);
    endedAt = now;
    happened.add(new ListingEvent.ListingWithdrawn(id(), from));
  }

  /**
   * Whether the table, and what the listing remembers, allow the action now: decides which buttons
   * show. Whether it is due or too late is told by the verb.
   */
  public boolean allows(ListingAction action) {
    boolean collectedBefore =
        stateBeforeSuspension == ListingState.COLLECTING
            || stateBeforeSuspension == ListingState.FUNDED;
    return ListingState.LIFECYCLE.allows(state, action)
        && !(action == WITHDRAW && collectedBefore)
        && !(action == APPEAL && appealed);
  }

  private void advance(ListingAction action) {
    state =
        ListingState.LIFECYCLE
            .next(state, action)
            .orElseThrow(() -> new Refused(new ListingRefused.StateChanged(state)));
  }

  private void refuseUnlessAllowed(ListingAction action) {
    if (!ListingState.LIFECYCLE.allows(state, action)) {
      throw new Refused(new ListingRefused.StateChanged(state));
    }
  }

  private static void refuseBefore(Instant due, Instant now) {
    if (now.isBefore(due)) {
      throw new Refused(new ListingRefused.NotYetDue(due));
    }
  }

  /** What has happened since the last save, once. */
  List<ListingEvent> takeEvents() {
    List<ListingEvent> taken = List.copyOf(happened);
    happened.clear();
    return taken;
  }

  public ListingId id() {
    return new ListingId(id);
  }

  public int version() {
    return version;
  }

  public PartyId owner() {
    return owner;
  }

  public BusinessId business() {
    return business;
  }

  public ListingState state() {
    return state;
  }

  /** Null until chosen, as all of the plan. */
  public FundingModel model() {
    return model;
  }

  public Currency currency() {
    return currency;
  }

  public Money goal() {
    return money(goalMinor);
  }

  public Money minimumViable() {
    return money(minimumMinor);
  }

  /** The most that may be pledged: the goal where the owner has set no cap. */
  public Money cap() {
    return money(capMinor == null ? goalMinor : capMinor);
  }

  /** The cap as the owner has set it; null for none. */
  Money typedCap() {
    return money(capMinor);
  }

  private Money money(Long minor) {
    return minor == null || currency == null ? null : Money.minor(minor, currency);
  }

  public Integer campaignDays() {
    return campaignDays;
  }

  /** The platform fee, frozen at publication; null before. */
  public Integer feeBasisPoints() {
    return feeBasisPoints;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** Whether the one appeal has been used. */
  public boolean appealed() {
    return appealed;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  /** When pledges begin; null before publication, as the deadline. */
  public Instant opensAt() {
    return opensAt;
  }

  public Instant deadline() {
    return deadline;
  }

  /** Until when cards are charged; null before. */
  public Instant collectingUntil() {
    return collectingUntil;
  }

  /** The state to which a suspended or stopped listing belonged; null for others. */
  public ListingState stateBeforeSuspension() {
    return stateBeforeSuspension;
  }

  /** Why it is suspended or was stopped, as published; null for others. */
  public String suspensionReason() {
    return suspensionReason;
  }

  /** The sections in which changes were asked for. */
  public Set<Section> openSections() {
    return Set.copyOf(openSections);
  }

  /** The asked sections that the owner has changed so far. */
  public Set<Section> changedSections() {
    return Set.copyOf(changedSections);
  }
}
