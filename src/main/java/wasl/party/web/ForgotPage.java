package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.AskPasswordReset;
import wasl.party.CurrentActor;
import wasl.shared.web.PageLinks;

/** {@code /forgot}: asks for a letter; says the same for known and unknown addresses. */
@Named
@RequestScoped
public class ForgotPage {

  @Inject private AskPasswordReset askPasswordReset;
  @Inject private CurrentActor current;

  private String email;

  /** Asks for the letter. */
  public void send() {
    askPasswordReset.handle(
        new AskPasswordReset.Command(current.get(), email, PartyRequest.address()));
    PageLinks.here().go("/forgot?sent=1");
  }

  /** Whether the letter was PartyRequest.parameter("sent"), or would have been. */
  public boolean isDone() {
    return PartyRequest.parameter("sent") != null;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
