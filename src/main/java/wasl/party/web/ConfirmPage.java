package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.ConfirmEmail;
import wasl.party.CurrentActor;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/**
 * {@code /confirm/{token}}: confirms with a button, since mail scanners open every link by
 * themselves.
 */
@Named
@RequestScoped
public class ConfirmPage {

  @Inject private ConfirmEmail confirmEmail;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  /** Confirms the address. */
  public void send() {
    confirmEmail.handle(
        new ConfirmEmail.Command(
            current.get(), PartyRequest.parameter("token"), PartyRequest.address()));
    messages.flash("ok", "party.confirm.done");
    PageLinks.here().go("/sign-in");
  }
}
