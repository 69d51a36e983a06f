package wasl.party.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.party.AcceptInvitation;
import wasl.party.CurrentActor;
import wasl.party.Institutions;
import wasl.party.Invitations;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /invitation/{token}}: an officer opens the account to which he or she was invited. */
@Named
@RequestScoped
public class InvitationPage {

  @Inject private AcceptInvitation acceptInvitation;
  @Inject private Invitations invitations;
  @Inject private Institutions institutions;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private final SignUpForm form = new SignUpForm();
  private Invitations.Invitation invitation;

  /** Reads the invitation; the page says so when it cannot be accepted any more. */
  @PostConstruct
  void read() {
    form.setLanguage(PartyRequest.lang().code());
    try {
      invitation = invitations.open(PartyRequest.parameter("token"));
    } catch (Refused closed) {
      invitation = null;
    }
  }

  /** Opens the account. */
  public void send() {
    acceptInvitation.handle(
        new AcceptInvitation.Command(
            current.get(),
            PartyRequest.parameter("token"),
            form.getName(),
            Lang.of(form.getLanguage()).orElse(PartyRequest.lang()),
            form.form(),
            form.getPassword(),
            PartyRequest.address()));
    Sessions.close(PartyRequest.get());
    messages.flash("ok", "party.invitation.done");
    PageLinks.here().go("/sign-in");
  }

  public boolean isOpen() {
    return invitation != null;
  }

  public String getEmail() {
    return invitation.email().value();
  }

  public String getInstitution() {
    return institutions.get(invitation.institution()).name(PartyRequest.lang());
  }

  public List<Role> getRoles() {
    return List.copyOf(invitation.roles());
  }

  public SignUpForm getForm() {
    return form;
  }
}
