package wasl.party;

import java.util.Set;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * Who acts: the first component of every use case's command.
 *
 * @param party the account; null for the system and for visitors
 * @param roles what the account may be
 * @param institution where a member of staff belongs; null for others
 * @param lang the language in which this person reads
 * @param system whether the system itself acts (a job, a webhook)
 */
public record Actor(
    PartyId party, Set<Role> roles, InstitutionId institution, Lang lang, boolean system) {

  /** The system itself: may do everything that a rule lets happen. */
  public static final Actor SYSTEM = new Actor(null, Set.of(), null, Lang.FIRST, true);

  /** Somebody who has not signed in. */
  public static Actor visitor(Lang lang) {
    return new Actor(null, Set.of(), null, lang, false);
  }

  /** Whether somebody has signed in. */
  public boolean signedIn() {
    return party != null;
  }

  /** Whether this person may do it. */
  public boolean may(Permission permission) {
    return system || permission.givenTo(roles);
  }

  /**
   * Refuses whoever may not do it.
   *
   * @throws Refused {@link AccessRefused.SignInNeeded}, {@link AccessRefused.NotAllowed}
   */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw new Refused(
          signedIn() ? new AccessRefused.NotAllowed() : new AccessRefused.SignInNeeded());
    }
  }
}
