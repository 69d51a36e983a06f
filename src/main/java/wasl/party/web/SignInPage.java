package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import wasl.party.CurrentActor;
import wasl.party.PartyRefused;
import wasl.party.Role;
import wasl.party.SignIn;
import wasl.shared.Refused;
import wasl.shared.web.KeptForms;
import wasl.shared.web.PageLinks;

/** {@code /sign-in}: leads on to where somebody wanted to go, with what was typed there. */
@Named
@RequestScoped
public class SignInPage {

  @Inject private SignIn signIn;
  @Inject private CurrentActor current;

  private String email;
  private String password;

  /** Whoever has signed in already goes on at once. */
  public void load() {
    if (current.get().signedIn() && !PartyRequest.post()) {
      if (isOnTheWay()) {
        goOn();
      } else {
        PageLinks.here().go(ownPlace());
      }
    }
  }

  /** Signs in. */
  public void send() {
    if (email == null || password == null) {
      throw new Refused(new PartyRefused.SignInIncomplete());
    }
    Sessions.open(
        PartyRequest.get(),
        signIn.handle(new SignIn.Command(current.get(), email, password, PartyRequest.address())));
    if (isOnTheWay()) {
      goOn();
    } else {
      // who it is, and so where to, is known with the next request
      PageLinks.here().go("/sign-in");
    }
  }

  /** Where somebody works who wanted nothing in particular. */
  private String ownPlace() {
    Set<Role> roles = current.get().roles();
    if (roles.contains(Role.REVIEWER)) {
      return "/desk";
    }
    if (roles.contains(Role.FINANCE) || roles.contains(Role.AUDITOR)) {
      return "/finance";
    }
    if (roles.contains(Role.ADMINISTRATOR)) {
      return "/admin";
    }
    return roles.contains(Role.ENTREPRENEUR) && !roles.contains(Role.INVESTOR)
        ? "/my/listings"
        : "/";
  }

  private void goOn() {
    String way = WayOn.safe(PartyRequest.parameter("next"));
    if (isKeeping()) {
      PageLinks.here()
          .go(
              "/sign-in/continue?next="
                  + WayOn.encoded(way)
                  + "&kept="
                  + WayOn.encoded(PartyRequest.parameter("kept")));
    } else {
      PageLinks.here().go(way);
    }
  }

  /** Whether a form waits that was sent after the session had ended. */
  public boolean isKeeping() {
    return KeptForms.find(PartyRequest.parameter("kept"), PartyRequest.get()).isPresent();
  }

  /** Whether the sign-in page stands in somebody's way. */
  public boolean isOnTheWay() {
    return PartyRequest.parameter("next") != null;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
