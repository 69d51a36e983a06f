package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.InstitutionId;
import wasl.party.Permission;
import wasl.party.Role;
import wasl.shared.Refused;
import wasl.vetting.Interests;

/**
 * The one place that decides who moderates: administrators everywhere, reviewers what belongs to
 * listings that their institution leads; nobody where they own the listing or have a stake in it.
 */
@ApplicationScoped
public class Moderators {
  @Inject private ListingQueries listings;
  @Inject @Any private Instance<Interests> interests;

  /**
   * Refuses whoever may not decide about this.
   *
   * @param lead the institution that leads the listing's case
   * @throws Refused {@link AccessRefused}, {@link CommunityRefused.HasInterest}
   */
  void require(Actor by, ListingId listing, InstitutionId lead) {
    by.require(Permission.MODERATE);
    if (!everywhere(by) && (lead == null || !lead.equals(by.institution()))) {
      throw new Refused(new AccessRefused.NotAllowed());
    }
    if (by.signedIn() && interested(by, listing)) {
      throw new Refused(new CommunityRefused.HasInterest());
    }
  }

  /** Whether this reader sees what belongs to this institution's listings on the desk. */
  boolean reads(Actor by, InstitutionId lead) {
    return by.may(Permission.READ_REPORTS)
        && (everywhere(by)
            || by.roles().contains(Role.AUDITOR)
            || lead != null && lead.equals(by.institution()));
  }

  /** Whether this reader sees everybody's. */
  static boolean everywhere(Actor by) {
    return by.system() || by.roles().contains(Role.ADMINISTRATOR);
  }

  private boolean interested(Actor by, ListingId listing) {
    return listings.facts(listing).owner().equals(by.party())
        || interests.stream().anyMatch(each -> each.hasStake(by.party(), listing));
  }
}
