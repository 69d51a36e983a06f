package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import wasl.party.CurrentActor;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.Invitations;
import wasl.party.Invitations.Invitation;
import wasl.party.InviteStaff;
import wasl.party.PartyRefused;
import wasl.party.Permission;
import wasl.party.RevokeInvitation;
import wasl.party.Role;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /admin/invitations}: who was invited, and inviting further officers. */
@Named
@RequestScoped
public class InvitationsPage {

  private static final int SIZE = 20;

  @Inject private Invitations invitations;
  @Inject private Institutions institutions;
  @Inject private InviteStaff inviteStaff;
  @Inject private RevokeInvitation revokeInvitation;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private Page<Invitation> list;
  private String email;
  private String institution;
  private boolean reviewer;
  private boolean finance;
  private boolean auditor;
  private boolean administrator;
  private String language = Lang.FIRST.code();

  public void load() {
    current.get().require(Permission.ADMINISTER);
    if (PartyRequest.post() && PartyRequest.parameter("which") != null) {
      revoke(PartyRequest.parameter("which"));
    }
  }

  /** Invites an officer. */
  public void invite() {
    inviteStaff.handle(
        new InviteStaff.Command(
            current.get(),
            email,
            InstitutionId.parse(institution)
                .orElseThrow(() -> new Refused(new PartyRefused.UnknownInstitution())),
            roles(),
            Lang.of(language).orElse(Lang.FIRST)));
    messages.flash("ok", "party.invitations.sent");
    PageLinks.here().go("/admin/invitations");
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (reviewer) {
      roles.add(Role.REVIEWER);
    }
    if (finance) {
      roles.add(Role.FINANCE);
    }
    if (auditor) {
      roles.add(Role.AUDITOR);
    }
    if (administrator) {
      roles.add(Role.ADMINISTRATOR);
    }
    return roles;
  }

  private void revoke(String which) {
    revokeInvitation.handle(
        new RevokeInvitation.Command(
            current.get(),
            Ids.parse(which).orElseThrow(() -> new Refused(new PartyRefused.InvitationClosed()))));
    messages.flash("ok", "party.invitations.revoked");
    PageLinks.here().go("/admin/invitations");
  }

  /** The name of the institution of an invitation. */
  public String institution(Invitation invitation) {
    return institutions.get(invitation.institution()).name(PartyRequest.lang());
  }

  /** The roles of an invitation, in order. */
  public Set<Role> rolesOf(Invitation invitation) {
    return invitation.roles();
  }

  /** A page of the invitations, the newest first. */
  public Page<Invitation> getList() {
    if (list == null) {
      list = invitations.newest(new Page.Wish(PartyRequest.number("page") - 1, SIZE));
    }
    return list;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getInstitution() {
    return institution;
  }

  public void setInstitution(String institution) {
    this.institution = institution;
  }

  public boolean isReviewer() {
    return reviewer;
  }

  public void setReviewer(boolean reviewer) {
    this.reviewer = reviewer;
  }

  public boolean isFinance() {
    return finance;
  }

  public void setFinance(boolean finance) {
    this.finance = finance;
  }

  public boolean isAuditor() {
    return auditor;
  }

  public void setAuditor(boolean auditor) {
    this.auditor = auditor;
  }

  public boolean isAdministrator() {
    return administrator;
  }

  public void setAdministrator(boolean administrator) {
    this.administrator = administrator;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  /** Whether an invitation can still be withdrawn. */
  public boolean revocable(Invitation invitation) {
    return invitation.state() == Invitations.State.OPEN;
  }
}
