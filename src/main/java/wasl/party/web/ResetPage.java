package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.party.OneTimeLinks;
import wasl.party.ResetPassword;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /reset/{token}}: a new password by the letter's link. */
@Named
@RequestScoped
public class ResetPage {

  @Inject private ResetPassword resetPassword;
  @Inject private OneTimeLinks links;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String password;

  /** Changes the password. */
  public void send() {
    resetPassword.handle(
        new ResetPassword.Command(
            current.get(), PartyRequest.parameter("token"), password, PartyRequest.address()));
    Sessions.close(PartyRequest.get());
    messages.flash("ok", "party.reset.done");
    PageLinks.here().go("/sign-in");
  }

  /** Whether the link would work now. */
  public boolean isWorking() {
    return links.resets(PartyRequest.parameter("token"));
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
