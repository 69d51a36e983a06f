package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /sign-out}: a POST signs out, a GET asks with a button. */
@Named
@RequestScoped
public class SignOutPage {

  @Inject private PageMessages messages;

  public void load() {
    if (PartyRequest.post()) {
      Sessions.close(PartyRequest.get());
      // What forms kept on the device goes with its owner (W3C Clear Site Data, 3.1).
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseHeader("Clear-Site-Data", "\"storage\"");
      messages.flash("ok", "party.signOut.done");
      PageLinks.here().go("/");
    }
  }
}
