package wasl.party;

import jakarta.enterprise.context.RequestScoped;
import wasl.shared.Lang;

/** Who makes this request; set by the authentication mechanism, a visitor until then. */
@RequestScoped
public class CurrentActor {

  private Actor actor = Actor.visitor(Lang.FIRST);

  /** Who acts. */
  public Actor get() {
    return actor;
  }

  /** Called by the authentication mechanism only. */
  void become(Actor signedIn) {
    this.actor = signedIn;
  }
}
