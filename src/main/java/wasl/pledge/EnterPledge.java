package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * The one short transaction of {@link PlacePledge}. The request's key is written first, so that two
 * with the same key at once wait for each other there.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class EnterPledge {

  @Inject private Sql sql;
  @Inject private Listings listings;
  @Inject private ListingQueries listingQueries;
  @Inject private PartyQueries parties;
  @Inject private CountryRules countries;
  @Inject private ChargedCurrencies charged;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;

  /**
   * @param wish what was asked for
   * @param heldHint what the cap counted when last seen; null where unknown
   */
  public record Command(Actor by, PlacePledge.Command wish, Long heldHint, Instant now) {}

  /**
   * What was entered.
   *
   * @param capMinor the listing's cap; of no matter where the pledge is repeated
   */
  record Entered(PledgeView view, boolean repeated, long capMinor) {
    PledgeId pledge() {
      return view.id();
    }
  }

  /**
   * Enters the pledge, or finds the one that the same key has entered.
   *
   * @throws Refused the rules of {@link PledgePolicy}; {@link PledgeRefused.IdempotencyKeyReused},
   *     {@link PledgeRefused.MandateChanged}
   */
  public Entered handle(Command asked) {
    PlacePledge.Command command = asked.wish();
    Long heldHint = asked.heldHint();
    Instant now = asked.now();
    PartyId investor = command.by().party();
    PledgeId id = PledgeId.next();
    try {
      sql.change(
          "INSERT INTO pledge_request (investor, request_key, request_hash, pledge)"
              + " VALUES (?, ?, ?, ?)",
          investor.value(),
          command.key(),
          command.hash(),
          id.value());
    } catch (Sql.DatabaseFault fault) {
      if (fault.duplicateKey()) {
        return repeated(investor, command);
      }
      throw fault;
    }
    ListingFacts listing = listingQueries.current(command.listing());
    String country = parties.country(investor);
    CountryRule rule = countries.of(country);
    long held = heldHint == null ? queries.heldMinor(listing.id()) : heldHint;
    if (listing.cap() != null && PledgePolicy.nearCap(listing, command.amount(), held)) {
      listings.lock(listing.id());
      listing = listingQueries.facts(listing.id());
      held = queries.heldMinor(listing.id());
    }
    refuse(
        new PledgePolicy.Wish(
            listing,
            investor,
            rule,
            command.amount(),
            command.tip(),
            charged.charges(listing.currency()),
            command.consented(),
            held,
            now));
    Pledge.Terms terms =
        new Pledge.Terms(
            command.publicName(),
            country,
            rule.reflectionHours(listing.model().name()),
            accepted(command),
            PayToken.newSecret());
    Pledge pledge =
        Pledge.place(id, listing.id(), investor, command.amount(), command.tip(), terms, now);
    pledges.add(pledge);
    return new Entered(PledgeView.of(pledge, listing), false, listing.cap().amountMinor());
  }

  /** The words that were read, in whatever language the page was; they must be the present ones. */
  private static AcceptedMandate accepted(PlacePledge.Command command) {
    if (command.mandateHash() == null) {
      return Mandate.present(command.by().lang());
    }
    return Mandate.presentByHash(command.mandateHash())
        .orElseThrow(() -> new Refused(new PledgeRefused.MandateChanged()));
  }

  private static void refuse(PledgePolicy.Wish wish) {
    PledgePolicy.check(wish)
        .ifPresent(
            refusal -> {
              throw new Refused(refusal);
            });
  }

  private Entered repeated(PartyId investor, PlacePledge.Command command) {
    record Before(String hash, PledgeId pledge) {}
    Before before =
        sql.one(
                "SELECT request_hash, pledge FROM pledge_request"
                    + " WHERE investor = ? AND request_key = ?",
                row -> new Before(row.getString(1), new PledgeId(row.getLong(2))),
                investor.value(),
                command.key())
            .orElseThrow();
    if (!before.hash().equals(command.hash())) {
      throw new Refused(new PledgeRefused.IdempotencyKeyReused());
    }
    return new Entered(queries.own(before.pledge(), investor), true, Long.MAX_VALUE);
  }
}
