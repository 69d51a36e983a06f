package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.Permission;
import wasl.shared.Refused;

/** An investor changes the amount or the tip while cancelling is possible. */
@ApplicationScoped
@Transactional
public class ChangePledge {

  @Inject private Listings listings;
  @Inject private ListingQueries listingQueries;
  @Inject private CountryRules countries;
  @Inject private ChargedCurrencies charged;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;
  @Inject private Clock clock;

  /**
   * @param consented as when placing
   */
  public record Command(Actor by, PledgeId pledge, Money amount, Money tip, boolean consented) {}

  /**
   * Changes the pledge; the rules are those of placing.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, {@link PledgeRefused.StateChanged}, {@link
   *     PledgeRefused.CancelClosed}, {@link PledgeRefused.ReflectionNeeded}, the rules of {@link
   *     PledgePolicy}
   */
  public void handle(Command command) {
    command.by().require(Permission.MANAGE_OWN_PLEDGE);
    Instant now = clock.instant();
    Pledge before = pledges.get(command.pledge());
    listings.lock(before.listing());
    Pledge pledge = pledges.lock(command.pledge());
    if (!pledge.investor().equals(command.by().party())) {
      throw new Refused(new PledgeRefused.NotFound());
    }
    ListingFacts listing = listingQueries.facts(pledge.listing());
    if (listing.state() != ListingState.LIVE) {
      throw new Refused(new PledgeRefused.Closed());
    }
    CountryRule rule = countries.of(pledge.country());
    boolean grows = command.amount().amountMinor() > pledge.amount().amountMinor();
    PledgePolicy.Wish wish =
        new PledgePolicy.Wish(
            listing,
            pledge.investor(),
            rule,
            command.amount(),
            command.tip(),
            charged.mayBePromised(listing.currency()),
            command.consented(),
            queries.heldMinor(listing.id()) - pledge.amount().amountMinor(),
            now);
    PledgePolicy.checkChange(wish, grows)
        .ifPresent(
            refusal -> {
              throw new Refused(refusal);
            });
    int hours = rule.reflectionHours(listing.model().name());
    pledge.change(command.amount(), command.tip(), hours, listing.deadline(), now);
    pledges.save(pledge);
  }
}
