package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.ConfirmEmail;
import wasl.party.CurrentActor;
import wasl.party.OneTimeLinks;
import wasl.party.Registrations;
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
  @Inject private Registrations registrations;
  @Inject private OneTimeLinks links;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  /** Whose name was typed, so that nobody confirms what somebody else signed up for; or null. */
  public String getName() {
    return registrations.nameOf(PartyRequest.parameter("token")).orElse(null);
  }

  /** Whether the link confirms an address or has done so; after that it does no harm. */
  public boolean isWorking() {
    return getName() != null || links.confirmed(PartyRequest.parameter("token"));
  }

  /** Confirms the address. */
  public void send() {
    confirmEmail.handle(
        new ConfirmEmail.Command(
            current.get(), PartyRequest.parameter("token"), PartyRequest.address()));
    messages.flash("ok", "party.confirm.done");
    PageLinks.here().go("/sign-in");
  }
}
