package wasl.pledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.CountryRule;
import wasl.party.PartyId;

/** When a pledge may be placed: one ordered list of rules; the first that says no is the answer. */
public final class PledgePolicy {

  /** The smallest pledge: 5.00 in the listing's currency. */
  static final long MINIMUM_MINOR = 500;

  /** The largest pledge, 250 000.00: beyond it a slip of the finger is likelier than a wish. */
  static final long MAXIMUM_MINOR = 25_000_000;

  /** The largest tip, 10 000.00. */
  static final long MAXIMUM_TIP_MINOR = 1_000_000;

  /** Within so many basis points of the cap placing locks the listing. */
  private static final int BAND = 500;

  /**
   * What somebody wishes to promise, and what is known about it.
   *
   * @param settled whether the gateway's account settles in the listing's currency
   * @param heldMinor what the cap counts already: pledged, and started ones that wait for a card
   * @param consented whether the explicit consent of the country's rule was given
   */
  record Wish(
      ListingFacts listing,
      PartyId investor,
      CountryRule country,
      Money amount,
      Money tip,
      boolean settled,
      boolean consented,
      long heldMinor,
      Instant now) {}

  /** One rule: the refusal, or nothing. */
  private interface Rule {
    Optional<PledgeRefused> refuse(Wish wish);
  }

  private static final List<Rule> RULES =
      List.of(
          PledgePolicy::open,
          PledgePolicy::currency,
          PledgePolicy::settled,
          PledgePolicy::minimum,
          PledgePolicy::maximum,
          PledgePolicy::tip,
          PledgePolicy::ownListing,
          PledgePolicy::country,
          PledgePolicy::reflection,
          PledgePolicy::consent,
          PledgePolicy::cap);

  /** What a smaller promise minds: nobody is held to more because the rules have changed. */
  private static final List<Rule> WHEN_SMALLER =
      List.of(PledgePolicy::currency, PledgePolicy::minimum, PledgePolicy::tip);

  private PledgePolicy() {}

  /** The first rule that refuses, if any does. */
  static Optional<PledgeRefused> check(Wish wish) {
    return RULES.stream().flatMap(rule -> rule.refuse(wish).stream()).findFirst();
  }

  /** The first rule that refuses to change a pledge to this, if any does. */
  static Optional<PledgeRefused> checkChange(Wish wish, boolean grows) {
    return (grows ? RULES : WHEN_SMALLER)
        .stream().flatMap(rule -> rule.refuse(wish).stream()).findFirst();
  }

  /** Whether a pledge would come so near to the cap that the listing must be locked first. */
  static boolean nearCap(ListingFacts listing, Money amount, long heldMinor) {
    long cap = listing.cap().amountMinor();
    return Math.addExact(heldMinor, amount.amountMinor())
        > cap - listing.cap().basisPoints(BAND, java.math.RoundingMode.CEILING).amountMinor();
  }

  private static Optional<PledgeRefused> open(Wish wish) {
    ListingFacts listing = wish.listing();
    boolean open = listing.state() == ListingState.LIVE && wish.now().isBefore(listing.deadline());
    return refusedUnless(open, new PledgeRefused.Closed());
  }

  private static Optional<PledgeRefused> currency(Wish wish) {
    boolean same =
        wish.amount().currency() == wish.listing().currency()
            && wish.tip().currency() == wish.listing().currency();
    return refusedUnless(same, new PledgeRefused.WrongCurrency(wish.listing().currency()));
  }

  private static Optional<PledgeRefused> settled(Wish wish) {
    return refusedUnless(wish.settled(), new PledgeRefused.NotSettled(wish.listing().currency()));
  }

  private static Optional<PledgeRefused> minimum(Wish wish) {
    return refusedUnless(
        wish.amount().amountMinor() >= MINIMUM_MINOR,
        new PledgeRefused.BelowMinimum(minimum(wish.listing())));
  }

  /** The smallest pledge to a listing. */
  public static Money minimum(ListingFacts listing) {
    return minimum(listing.currency());
  }

  /** The smallest pledge in a currency. */
  public static Money minimum(Currency currency) {
    return Money.minor(MINIMUM_MINOR, currency);
  }

  private static Optional<PledgeRefused> maximum(Wish wish) {
    Money maximum = Money.minor(MAXIMUM_MINOR, wish.listing().currency());
    return refusedUnless(
        !wish.amount().isMoreThan(maximum), new PledgeRefused.AboveMaximum(maximum));
  }

  private static Optional<PledgeRefused> tip(Wish wish) {
    Money maximum = Money.minor(MAXIMUM_TIP_MINOR, wish.listing().currency());
    return refusedUnless(
        !wish.tip().isNegative() && !wish.tip().isMoreThan(maximum),
        new PledgeRefused.TipOutOfRange(maximum));
  }

  private static Optional<PledgeRefused> ownListing(Wish wish) {
    return refusedUnless(
        !wish.investor().equals(wish.listing().owner()), new PledgeRefused.OwnListing());
  }

  private static Optional<PledgeRefused> country(Wish wish) {
    return refusedUnless(
        wish.country().offers(wish.listing().model().name()),
        new PledgeRefused.NotOffered(wish.listing().model()));
  }

  /** Regulation (EU) 2020/1503, Art. 22; FCA PS22/10. */
  private static Optional<PledgeRefused> reflection(Wish wish) {
    int hours = wish.country().reflectionHours(wish.listing().model().name());
    Instant until = wish.now().plus(Duration.ofHours(hours));
    return refusedUnless(!until.isAfter(wish.listing().deadline()), new PledgeRefused.Late(until));
  }

  /**
   * Regulation (EU) 2020/1503, Art. 21(7). The limit is in EUR; an amount in another currency is
   * measured against the same figure.
   */
  private static Optional<PledgeRefused> consent(Wish wish) {
    Long limit = consentAbove(wish.country(), wish.listing());
    boolean needed = limit != null && wish.amount().amountMinor() > limit;
    return refusedUnless(
        !needed || wish.consented(),
        new PledgeRefused.ConsentNeeded(
            Money.minor(limit == null ? 0 : limit, wish.listing().currency())));
  }

  /** Above how much an explicit consent is asked for, in minor units; null for never. */
  public static Long consentAbove(CountryRule country, ListingFacts listing) {
    return listing.model().name().equals(CountryRule.PROFIT_SHARE)
        ? country.consentAboveCents()
        : null;
  }

  private static Optional<PledgeRefused> cap(Wish wish) {
    long left = wish.listing().cap().amountMinor() - wish.heldMinor();
    return refusedUnless(
        wish.amount().amountMinor() <= left,
        new PledgeRefused.CapReached(Money.minor(Math.max(0, left), wish.listing().currency())));
  }

  /** Until when a pledge that is placed now could be cancelled once it is firm. */
  public static Instant cancelUntil(Instant now, ListingFacts listing) {
    return Pledge.cancelUntil(now, listing.deadline());
  }

  private static Optional<PledgeRefused> refusedUnless(boolean fine, PledgeRefused refusal) {
    return fine ? Optional.empty() : Optional.of(refusal);
  }
}
