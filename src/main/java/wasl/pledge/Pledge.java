package wasl.pledge;

import static wasl.pledge.PledgeAction.*;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Refused;

/**
 * One investor's promise to one listing.
 *
 * <p>It is placed without a card and waits a day for one. Once the gateway has saved the card it is
 * firm, or first reflects where the investor's country asks for it. Until shortly before the
 * deadline the investor may change or cancel it. At the deadline it is charged if the goal is
 * reached, else released. A charge that fails is repaired within the collection window or dropped;
 * what was collected may be refunded or disputed.
 *
 * <p>Every verb asks {@link PledgeState#LIFECYCLE}, refuses with {@link PledgeRefused.StateChanged}
 * what the table does not allow, and remembers its event and its movement of the listing's totals
 * until {@link Pledges#save}. Longer than others because all verbs of the life cycle stand
 * together.
 */
@Entity
@Table(name = "pledge")
@Access(AccessType.FIELD)
public class Pledge {

  /** How long a pledge waits for its card. */
  public static final Duration WAITS_FOR_CARD = Duration.ofHours(24);

  /** A firm pledge may be cancelled until so long before the deadline … */
  public static final Duration CANCEL_BEFORE_DEADLINE = Duration.ofHours(48);

  /** So long before cancelling ends the investor is told of the charge. */
  public static final Duration TOLD_BEFORE = Duration.ofDays(2);

  /** … or so long after placing, if that is later; never past the deadline. */
  public static final Duration CANCEL_AFTER_PLACING = Duration.ofHours(2);

  @Id private long id;
  private ListingId listing;
  private PartyId investor;

  @Enumerated(EnumType.STRING)
  private PledgeState state;

  @Column(name = "amount_minor")
  private long amountMinor;

  @Column(name = "tip_minor")
  private long tipMinor;

  @Column(name = "refunded_minor")
  private long refundedMinor;

  @Enumerated(EnumType.STRING)
  private Currency currency;

  @Column(name = "public_name")
  private boolean publicName;

  private String country;
  private String mandate;

  @Column(name = "mandate_lang")
  private String mandateLang;

  @Column(name = "mandate_hash")
  private String mandateHash;

  @Column(name = "pay_secret")
  private String paySecret;

  @Column(name = "placed_at")
  private Instant placedAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "reflecting_until")
  private Instant reflectingUntil;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "announced_at")
  private Instant announcedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  @Transient private List<PledgeEvent> happened = new ArrayList<>();
  @Transient private List<Movement> moved = new ArrayList<>();

  /**
   * A step that changed the listing's totals, in minor units.
   *
   * @param state the state after it
   */
  record Movement(
      PledgeState state, Instant at, long started, long pledged, long firm, long collected) {}

  /** For JPA. */
  protected Pledge() {}

  private Pledge(
      PledgeId id, ListingId listing, PartyId investor, Money amount, Money tip, Instant now) {
    this.id = id.value();
    this.listing = listing;
    this.investor = investor;
    this.amountMinor = amount.amountMinor();
    this.tipMinor = tip.amountMinor();
    this.currency = amount.currency();
    this.placedAt = now;
    this.dueAt = now.plus(WAITS_FOR_CARD);
    this.state = PledgeState.LIFECYCLE.start();
    PledgeState.Counts counts = state.counts();
    moved.add(
        new Movement(
            state,
            now,
            counts.started(amountMinor),
            counts.pledged(amountMinor),
            counts.firm(amountMinor),
            counts.collected(amountMinor)));
    happened.add(new PledgeEvent.PledgePlaced(id, listing, investor));
  }

  /**
   * The terms on which a pledge is placed.
   *
   * @param reflectionHours the days of reflection that the country asks for, in hours; they begin
   *     with the offer itself (Regulation (EU) 2020/1503, Art. 22(3))
   */
  public record Terms(
      boolean publicName,
      String country,
      int reflectionHours,
      AcceptedMandate mandate,
      String paySecret) {}

  /**
   * A new pledge that waits for its card. Whether it may be placed decides {@link PledgePolicy}.
   */
  public static Pledge place(
      PledgeId id,
      ListingId listing,
      PartyId investor,
      Money amount,
      Money tip,
      Terms terms,
      Instant now) {
    Pledge pledge = new Pledge(id, listing, investor, amount, tip, now);
    pledge.publicName = terms.publicName();
    pledge.country = terms.country();
    pledge.mandate = terms.mandate().version();
    pledge.mandateLang = terms.mandate().lang().name();
    pledge.mandateHash = terms.mandate().hash();
    pledge.paySecret = terms.paySecret();
    if (terms.reflectionHours() > 0) {
      pledge.reflectingUntil = now.plus(Duration.ofHours(terms.reflectionHours()));
    }
    return pledge;
  }

  /** The gateway has saved the card: firm, or reflecting while the days are not over. */
  public void confirm(Instant now) {
    if (state != PledgeState.STARTED) {
      throw new Refused(new PledgeRefused.StateChanged(state));
    }
    confirmedAt = now;
    if (reflectingUntil != null && now.isBefore(reflectingUntil)) {
      advance(REFLECT, now);
      dueAt = reflectingUntil;
      happened.add(new PledgeEvent.PledgeReflecting(id(), listing, investor, reflectingUntil));
    } else {
      becomeFirm(now);
    }
  }

  /** The days of reflection are over; they cannot be waived. */
  public void endReflection(Instant now) {
    if (state != PledgeState.REFLECTING || now.isBefore(reflectingUntil)) {
      throw new Refused(new PledgeRefused.StateChanged(state));
    }
    becomeFirm(now);
  }

  private void becomeFirm(Instant now) {
    advance(CONFIRM, now);
    dueAt = null;
    happened.add(new PledgeEvent.PledgeConfirmed(id(), listing, investor));
  }

  /** No card came within the day, or before the deadline. */
  public void expire(Instant now) {
    end(EXPIRE, now);
    happened.add(new PledgeEvent.PledgeExpired(id(), listing, investor));
  }

  /** It went beyond the cap: over before anybody was told of it. */
  void takeBack(Instant now) {
    end(EXPIRE, now);
  }

  /**
   * The investor leaves.
   *
   * @param deadline the listing's; null while it is suspended, when the deadline still moves
   * @throws Refused also {@link PledgeRefused.CancelClosed}
   */
  public void cancel(Instant deadline, Instant now) {
    refuseUnlessAllowed(CANCEL);
    refuseUnlessChangeable(deadline, now);
    end(CANCEL, now);
    happened.add(new PledgeEvent.PledgeCancelled(id(), listing, investor));
  }

  /**
   * The investor changes the amount or the tip, while cancelling is possible. More than before is a
   * new offer: where the country asks for days of reflection these begin anew, and a pledge that is
   * firm already cannot grow. What was announced is not true any more, so it is announced anew.
   *
   * @param deadline as for {@link #cancel}
   * @param reflectionHours what the country asks for now
   * @throws Refused also {@link PledgeRefused.CancelClosed}, {@link PledgeRefused.Late}, {@link
   *     PledgeRefused.ReflectionNeeded}
   */
  public void change(Money amount, Money tip, int reflectionHours, Instant deadline, Instant now) {
    refuseUnlessAllowed(CANCEL);
    refuseUnlessChangeable(deadline, now);
    if (amount.amountMinor() > amountMinor && reflectionHours > 0) {
      if (state == PledgeState.FIRM) {
        throw new Refused(new PledgeRefused.ReflectionNeeded());
      }
      Instant until = now.plus(Duration.ofHours(reflectionHours));
      if (deadline != null && until.isAfter(deadline)) {
        throw new Refused(new PledgeRefused.Late(until));
      }
      reflectingUntil = until;
      dueAt = until;
    }
    PledgeState.Counts counts = state.counts();
    long by = Math.subtractExact(amount.amountMinor(), amountMinor);
    amountMinor = amount.amountMinor();
    tipMinor = tip.amountMinor();
    announcedAt = null;
    moved.add(
        new Movement(
            state,
            now,
            counts.started(by),
            counts.pledged(by),
            counts.firm(by),
            counts.collected(by)));
    happened.add(new PledgeEvent.PledgeChanged(id(), listing, investor));
  }

  private void refuseUnlessChangeable(Instant deadline, Instant now) {
    if (deadline == null) {
      return;
    }
    if (!now.isBefore(deadline)) {
      throw new Refused(new PledgeRefused.CancelClosed(deadline));
    }
    if (state == PledgeState.FIRM && !now.isBefore(cancelUntil(deadline))) {
      throw new Refused(new PledgeRefused.CancelClosed(cancelUntil(deadline)));
    }
  }

  /** Until when the investor may cancel or change this pledge, once it is firm. */
  public Instant cancelUntil(Instant deadline) {
    return cancelUntil(placedAt, deadline);
  }

  static Instant cancelUntil(Instant placedAt, Instant deadline) {
    Instant early = deadline.minus(CANCEL_BEFORE_DEADLINE);
    Instant afterPlacing = placedAt.plus(CANCEL_AFTER_PLACING);
    Instant until = early.isBefore(afterPlacing) ? afterPlacing : early;
    return until.isAfter(deadline) ? deadline : until;
  }

  /**
   * Tells the investor of the charge, once, while it can still be cancelled.
   *
   * @param deadline the listing's, when the card will be charged
   * @return whether the investor is told now
   */
  public boolean announceCharge(Instant deadline, Instant now) {
    Instant until = cancelUntil(deadline);
    boolean due =
        announcedAt == null
            && PledgeState.LIFECYCLE.allows(state, CANCEL)
            && !now.isBefore(until.minus(TOLD_BEFORE))
            && now.isBefore(deadline);
    if (due) {
      announcedAt = now;
      happened.add(new PledgeEvent.PledgeChargeAnnounced(id(), listing, investor, until, deadline));
    }
    return due;
  }

  /** The goal is reached, or the card is to be tried again: the charge is due. */
  public void charge(Instant now) {
    advance(CHARGE, now);
    happened.add(new PledgeEvent.PledgeChargeDue(id(), listing, investor));
  }

  /** The investor pays now, on the gateway's page: nobody else must charge the card. */
  public void chargeOnSession(Instant now) {
    advance(CHARGE, now);
  }

  /** The gateway has charged the card. */
  public void collect(Instant now) {
    advance(COLLECT, now);
    happened.add(new PledgeEvent.PledgeCollected(id(), listing, investor));
  }

  /**
   * The charge did not succeed, for sure.
   *
   * @param reason why, by the name that payment explains
   */
  public void decline(String reason, Instant now) {
    advance(DECLINE, now);
    happened.add(new PledgeEvent.PledgeNeedsRepair(id(), listing, investor, reason));
  }

  /** The investor gives up, or the window is over. */
  public void drop(Instant now) {
    end(DROP, now);
    happened.add(new PledgeEvent.PledgeDropped(id(), listing, investor));
  }

  /** All of it goes back to the card. */
  public void askRefund(Instant now) {
    advance(ASK_REFUND, now);
    happened.add(new PledgeEvent.PledgeRefunding(id(), listing, investor));
  }

  /** The refund is done. */
  public void refund(Instant now) {
    end(REFUND, now);
    happened.add(new PledgeEvent.PledgeRefunded(id(), listing, investor));
  }

  /** The refund has failed before it was done. */
  public void failRefund(Instant now) {
    advance(FAIL_REFUND, now);
    happened.add(new PledgeEvent.PledgeRefundFailed(id(), listing, investor));
  }

  /**
   * What a failed refund left owing was paid in another way than to the card.
   *
   * @param whole whether nothing of the pledge is left, so that it is over
   * @param part of the amount, without the tip
   * @param total with it
   */
  public void payBack(boolean whole, Money part, Money total, Instant now) {
    if (whole && state == PledgeState.COLLECTED) {
      advance(ASK_REFUND, now);
      end(REFUND, now);
    } else if (!whole && state.counts().collected()) {
      count(part.negated(), now);
    } else if (!whole) {
      refundedMinor = Math.addExact(refundedMinor, part.amountMinor());
    }
    happened.add(
        new PledgeEvent.PledgePaidBack(
            id(), listing, investor, total.amountMinor(), total.currency().name()));
  }

  /** The cardholder's bank disputes the charge. */
  public void dispute(Instant now) {
    advance(DISPUTE, now);
    happened.add(new PledgeEvent.PledgeDisputed(id(), listing, investor));
  }

  /** The dispute was decided for us. */
  public void winDispute(Instant now) {
    advance(WIN_DISPUTE, now);
    happened.add(new PledgeEvent.PledgeDisputeWon(id(), listing, investor));
  }

  /** The dispute was lost: the money is gone. */
  public void loseDispute(Instant now) {
    end(LOSE_DISPUTE, now);
    happened.add(new PledgeEvent.PledgeChargedBack(id(), listing, investor));
  }

  /**
   * The dispute was lost, and was about a part: that is gone; the pledge stays and counts less.
   *
   * @param part of the amount, without the tip
   * @param total with it
   */
  public void losePart(Money part, Money total, Instant now) {
    advance(LOSE_PART, now);
    count(part.negated(), now);
    happened.add(
        new PledgeEvent.PledgePartChargedBack(
            id(), listing, investor, total.amountMinor(), total.currency().name()));
  }

  /** The listing ended without it. */
  public void release(Instant now) {
    end(RELEASE, now);
    happened.add(new PledgeEvent.PledgeReleased(id(), listing, investor));
  }

  /**
   * A part of it has gone back to the card; the pledge stays as it is and counts less. Where the
   * rest has gone back meanwhile it counts nothing now, but should that fail it would be less.
   *
   * @param part of the amount, without the tip
   * @param total with it
   * @throws Refused {@link PledgeRefused.StateChanged} where nothing of it was collected
   */
  public void refundPart(Money part, Money total, Instant now) {
    if (state.counts().collected()) {
      count(part.negated(), now);
    } else if (state == PledgeState.REFUNDED || state == PledgeState.CHARGED_BACK) {
      refundedMinor = Math.addExact(refundedMinor, part.amountMinor());
    } else {
      throw new Refused(new PledgeRefused.StateChanged(state));
    }
    happened.add(
        new PledgeEvent.PledgePartRefunded(
            id(), listing, investor, total.amountMinor(), total.currency().name()));
  }

  /** The bank has sent that part back: it counts again until it has reached the investor. */
  public void failRefundOfPart(Money part, Instant now) {
    if (state.counts().collected()) {
      count(part, now);
    } else {
      refundedMinor = Math.subtractExact(refundedMinor, part.amountMinor());
    }
    happened.add(new PledgeEvent.PledgeRefundFailed(id(), listing, investor));
  }

  private void count(Money more, Instant now) {
    long by = more.amountMinor();
    refundedMinor = Math.subtractExact(refundedMinor, by);
    moved.add(new Movement(state, now, 0, by, by, by));
  }

  /** What of the amount still counts. */
  private long counted() {
    return Math.subtractExact(amountMinor, refundedMinor);
  }

  private void end(PledgeAction action, Instant now) {
    advance(action, now);
    dueAt = null;
    endedAt = now;
  }

  private void advance(PledgeAction action, Instant now) {
    PledgeState next =
        PledgeState.LIFECYCLE
            .next(state, action)
            .orElseThrow(() -> new Refused(new PledgeRefused.StateChanged(state)));
    PledgeState.Counts before = state.counts();
    PledgeState.Counts after = next.counts();
    moved.add(
        new Movement(
            next,
            now,
            after.started(counted()) - before.started(counted()),
            after.pledged(counted()) - before.pledged(counted()),
            after.firm(counted()) - before.firm(counted()),
            after.collected(counted()) - before.collected(counted())));
    state = next;
  }

  private void refuseUnlessAllowed(PledgeAction action) {
    if (!PledgeState.LIFECYCLE.allows(state, action)) {
      throw new Refused(new PledgeRefused.StateChanged(state));
    }
  }

  /** What has happened since the last save, once. */
  List<PledgeEvent> takeEvents() {
    List<PledgeEvent> taken = List.copyOf(happened);
    happened.clear();
    return taken;
  }

  /** What has moved since the last save, once. */
  List<Movement> takeMovements() {
    List<Movement> taken = List.copyOf(moved);
    moved.clear();
    return taken;
  }

  public PledgeId id() {
    return new PledgeId(id);
  }

  public ListingId listing() {
    return listing;
  }

  public PartyId investor() {
    return investor;
  }

  public PledgeState state() {
    return state;
  }

  public Money amount() {
    return Money.minor(amountMinor, currency);
  }

  public Money tip() {
    return Money.minor(tipMinor, currency);
  }

  /** What of the amount has gone back while the pledge stayed. */
  public Money refunded() {
    return Money.minor(refundedMinor, currency);
  }

  /** What the card is charged: amount and tip. */
  public Money total() {
    return amount().plus(tip());
  }

  /** Whether the investor's name may be shown; never beside an amount or an exact time. */
  public boolean publicName() {
    return publicName;
  }

  /** Where the investor lived when placing, ISO 3166-1. */
  public String country() {
    return country;
  }

  /** The version of the accepted mandate text. */
  public String mandate() {
    return mandate;
  }

  /** The language in which it was accepted; null for pledges of before that was kept. */
  public String mandateLang() {
    return mandateLang;
  }

  /** The hash of the very words that were accepted; null for pledges of before that was kept. */
  public String mandateHash() {
    return mandateHash;
  }

  /** The unguessable half of {@link PayToken}. */
  public String paySecret() {
    return paySecret;
  }

  public Instant placedAt() {
    return placedAt;
  }

  /** When the card was saved; null before. */
  public Instant confirmedAt() {
    return confirmedAt;
  }

  /** When the reflection ends or ended; null where the country asks for none. */
  public Instant reflectingUntil() {
    return reflectingUntil;
  }

  /** When time itself moves it on; null where nothing is waited for. */
  public Instant dueAt() {
    return dueAt;
  }

  public Instant endedAt() {
    return endedAt;
  }
}
