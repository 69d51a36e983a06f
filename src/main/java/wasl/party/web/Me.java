package wasl.party.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.party.Role;

/**
 * {@code #{me.…}}: who reads the page, and which buttons to show; it keeps nothing, so one does.
 */
@Named("me")
@ApplicationScoped
public class Me {

  @Inject private CurrentActor current;
  @Inject private Institutions institutions;

  public boolean isSignedIn() {
    return current.get().signedIn();
  }

  /** The name to greet by; empty for visitors. */
  public String getName() {
    return current.name();
  }

  /** Whether this person has the permission with this name. */
  public boolean may(String permission) {
    return current.get().may(Permission.valueOf(permission));
  }

  public boolean isInvestor() {
    return is(Role.INVESTOR);
  }

  public boolean isEntrepreneur() {
    return is(Role.ENTREPRENEUR);
  }

  public boolean isReviewer() {
    return is(Role.REVIEWER);
  }

  public boolean isFinance() {
    return is(Role.FINANCE);
  }

  public boolean isAuditor() {
    return is(Role.AUDITOR);
  }

  public boolean isAdmin() {
    return is(Role.ADMINISTRATOR);
  }

  public boolean isStaff() {
    return current.get().institution() != null;
  }

  /** The name of an officer's institution in the page's language; empty for others. */
  public String getInstitutionName() {
    Actor actor = current.get();
    return actor.institution() == null
        ? ""
        : institutions.get(actor.institution()).name(PartyRequest.lang());
  }

  private boolean is(Role role) {
    return current.get().roles().contains(role);
  }
}
