package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import wasl.listing.InsideReaders;
import wasl.listing.ListingFacts;
import wasl.party.Actor;
import wasl.party.Role;
import wasl.pledge.PledgeQueries;

/**
 * The one place that decides who reads updates for investors only: whoever has a pledge with a
 * saved card, its owner, administrators and auditors, and officers who work on it. A pledge that
 * was only begun opens nothing, since anybody can begin one.
 */
@ApplicationScoped
public class UpdateReaders {
  @Inject private PledgeQueries pledges;
  @Inject @Any private Instance<InsideReaders> inside;

  /** Whether this person reads them. */
  public boolean insider(Actor by, ListingFacts listing) {
    return by.signedIn()
        && (listing.owner().equals(by.party())
            || by.roles().contains(Role.ADMINISTRATOR)
            || by.roles().contains(Role.AUDITOR)
            || pledges.invests(by.party(), listing.id())
            || inside.stream().anyMatch(each -> each.reads(by, listing.id())));
  }
}
