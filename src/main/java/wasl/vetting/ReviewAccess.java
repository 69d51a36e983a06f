package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import wasl.listing.Listing;
import wasl.listing.ListingId;
import wasl.listing.ListingRefused;
import wasl.listing.Listings;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Permission;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.vetting.Declarations.Interest;

/**
 * The one place that decides who may work on a case: reviewers of its institution without an
 * interest in it, who have declared so, and in an appeal only those who did not decide before.
 */
@ApplicationScoped
public class ReviewAccess {
  private static final Set<CaseState> BEFORE_DECISION =
      EnumSet.of(CaseState.NEW, CaseState.IN_REVIEW, CaseState.WAITING, CaseState.PROPOSED);

  @Inject private Cases cases;
  @Inject private Listings listings;
  @Inject private Declarations declarations;
  @Inject private Sql sql;
  @Inject @Any private Instance<Interests> interests;

  /** A case and its listing, both locked. */
  record Opened(Case file, Listing listing) {}

  /**
   * Locks the case for a reviewer who has declared no interest.
   *
   * @throws Refused {@link AccessRefused}, {@link VettingRefused.NotFound}, {@link
   *     VettingRefused.HasInterest}, {@link VettingRefused.Recused}, {@link
   *     VettingRefused.DeclareFirst}, {@link VettingRefused.DecidedBefore}, {@link
   *     ListingRefused.StateChanged} where the listing was withdrawn meanwhile
   */
  Opened forWork(Actor by, CaseId id) {
    Opened opened = forDeclaring(by, id);
    if (opened.file().state() == CaseState.CLOSED) {
      throw new Refused(new ListingRefused.StateChanged(opened.listing().state()));
    }
    Interest declared =
        declarations.of(id, by.party()).map(Declarations.Declaration::interest).orElse(null);
    if (declared == null) {
      throw new Refused(new VettingRefused.DeclareFirst());
    }
    if (declared == Interest.RECUSED) {
      throw new Refused(new VettingRefused.Recused());
    }
    refuseInterested(by.party(), opened);
    if (decidedBefore(opened.file(), by.party())) {
      throw new Refused(new VettingRefused.DecidedBefore());
    }
    return opened;
  }

  /** Locks the case for a reviewer of its institution who has yet to declare. */
  Opened forDeclaring(Actor by, CaseId id) {
    by.require(Permission.REVIEW);
    Case seen = cases.get(id);
    if (!seen.institution().equals(by.institution())) {
      throw new Refused(new AccessRefused.NotAllowed());
    }
    Listing listing = listings.lock(seen.listing());
    return new Opened(cases.lock(id), listing);
  }

  void refuseInterested(PartyId reviewer, Opened opened) {
    if (interested(reviewer, opened.listing().owner(), opened.listing().id())) {
      throw new Refused(new VettingRefused.HasInterest());
    }
  }

  /** Whether this person owns the listing or has anything at stake in it. */
  boolean interested(PartyId person, PartyId owner, ListingId listing) {
    return owner.equals(person)
        || interests.stream().anyMatch(each -> each.hasStake(person, listing));
  }

  /** Whether this reviewer took part in a decision that is appealed now. */
  boolean decidedBefore(Case file, PartyId reviewer) {
    return file.round() > 1
        && BEFORE_DECISION.contains(file.state())
        && sql.number(
                "SELECT COUNT(*) FROM vetting_decision WHERE case_id = ? AND round < ?"
                    + " AND (proposed_by = ? OR confirmed_by = ?)",
                file.id().value(),
                file.round(),
                reviewer.value(),
                reviewer.value())
            > 0;
  }
}
