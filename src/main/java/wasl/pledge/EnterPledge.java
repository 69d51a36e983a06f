package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.shared.OneTrip;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * The one short transaction of {@link PlacePledge}. The request's key is the first row that it
 * writes, so that two with the same key at once wait for each other there.
 */
@ApplicationScoped
public class EnterPledge {

  @Inject private Sql sql;
  @Inject private OneTrip oneTrip;
  @Inject private Listings listings;
  @Inject private ListingQueries listingQueries;
  @Inject private PartyQueries parties;
  @Inject private CountryRules countries;
  @Inject private ChargedCurrencies charged;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;

  /**
   * @param wish what was asked for
   * @param listing as it was last seen
   * @param held what its cap counted when last seen, in minor units
   */
  public record Command(
      Actor by, PlacePledge.Command wish, ListingFacts listing, long held, Instant now) {

    /** Whether others who pledge at the same time may be too many for the listing. */
    boolean nearCap() {
      return listing.cap() != null && PledgePolicy.nearCap(listing, wish.amount(), held);
    }
  }

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
   * Enters the pledge, or finds the one that the same key has entered. Everything is known before
   * the first row is written, so it all goes in one trip.
   *
   * @throws Refused the rules of {@link PledgePolicy}; {@link PledgeRefused.IdempotencyKeyReused},
   *     {@link PledgeRefused.MandateChanged}
   */
  public Entered handle(Command command) {
    List<Sql.Change> rows = new ArrayList<>();
    Pledge pledge;
    try {
      pledge = pledge(command, PledgeId.next());
    } catch (Refused refused) {
      // what was entered before stays entered, whatever has changed since
      return repeated(command).orElseThrow(() -> refused);
    }
    rows.add(request(command, pledge.id()));
    rows.addAll(pledges.rows(pledge));
    try {
      oneTrip.commit(rows);
    } catch (Sql.DatabaseFault fault) {
      return repeated(command, fault);
    }
    return entered(command, pledge);
  }

  /**
   * The same, with the listing locked: nobody else's pledge comes between the count and this one.
   *
   * @throws Refused as {@link #handle}
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Entered handleNearCap(Command seen) {
    PledgeId id = PledgeId.next();
    try {
      sql.make(request(seen, id));
    } catch (Sql.DatabaseFault fault) {
      return repeated(seen, fault);
    }
    listings.lock(seen.wish().listing());
    Command command =
        new Command(
            seen.by(),
            seen.wish(),
            listingQueries.facts(seen.wish().listing()),
            queries.heldMinor(seen.wish().listing()),
            seen.now());
    Pledge pledge = pledge(command, id);
    pledges.rows(pledge).forEach(sql::make);
    return entered(command, pledge);
  }

  private static Sql.Change request(Command command, PledgeId pledge) {
    return new Sql.Change(
        "INSERT INTO pledge_request (investor, request_key, request_hash, pledge)"
            + " VALUES (?, ?, ?, ?)",
        command.by().party().value(),
        command.wish().key(),
        command.wish().hash(),
        pledge.value());
  }

  private Pledge pledge(Command command, PledgeId id) {
    PlacePledge.Command wish = command.wish();
    ListingFacts listing = command.listing();
    PartyId investor = command.by().party();
    String country = parties.country(investor);
    CountryRule rule = countries.of(country);
    refuse(
        new PledgePolicy.Wish(
            listing,
            investor,
            rule,
            wish.amount(),
            wish.tip(),
            charged.mayBePromised(listing.currency()),
            wish.consented(),
            command.held(),
            command.now()));
    Pledge.Terms terms =
        new Pledge.Terms(
            wish.publicName(),
            country,
            rule.reflectionHours(listing.model().name()),
            accepted(wish),
            PayToken.newSecret());
    return Pledge.place(
        id, listing.id(), investor, wish.amount(), wish.tip(), terms, command.now());
  }

  /** The words that were read, in whatever language the page was; they must be the present ones. */
  private static AcceptedMandate accepted(PlacePledge.Command wish) {
    if (wish.mandateHash() == null) {
      return Mandate.present(wish.by().lang());
    }
    return Mandate.presentByHash(wish.mandateHash())
        .orElseThrow(() -> new Refused(new PledgeRefused.MandateChanged()));
  }

  private static void refuse(PledgePolicy.Wish wish) {
    PledgePolicy.check(wish)
        .ifPresent(
            refusal -> {
              throw new Refused(refusal);
            });
  }

  private static Entered entered(Command command, Pledge pledge) {
    ListingFacts listing = command.listing();
    return new Entered(PledgeView.of(pledge, listing), false, listing.cap().amountMinor());
  }

  private Entered repeated(Command command, Sql.DatabaseFault fault) {
    if (!fault.duplicateKey()) {
      throw fault;
    }
    return repeated(command).orElseThrow(() -> fault);
  }

  private Optional<Entered> repeated(Command command) {
    record Before(String hash, PledgeId pledge) {}
    PartyId investor = command.by().party();
    Optional<Before> before =
        sql.one(
            "SELECT request_hash, pledge FROM pledge_request"
                + " WHERE investor = ? AND request_key = ?",
            row -> new Before(row.getString(1), new PledgeId(row.getLong(2))),
            investor.value(),
            command.wish().key());
    if (before.isPresent() && !before.get().hash().equals(command.wish().hash())) {
      throw new Refused(new PledgeRefused.IdempotencyKeyReused());
    }
    return before.map(
        first -> new Entered(queries.own(first.pledge(), investor), true, Long.MAX_VALUE));
  }
}
