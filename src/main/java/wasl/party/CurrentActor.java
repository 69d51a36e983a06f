package wasl.party;

import jakarta.enterprise.context.RequestScoped;
import wasl.shared.Access;
import wasl.shared.Lang;

/** Who makes this request; set by the authentication mechanism, a visitor until then. */
@RequestScoped
public class CurrentActor implements Access {

  private Actor actor = Actor.visitor(Lang.FIRST);
  private String name = "";

  /** Who acts. */
  public Actor get() {
    return actor;
  }

  @Override
  public void require(String permission) {
    actor.require(Permission.valueOf(permission));
  }

  /** The name of whoever signed in; empty for visitors. */
  public String name() {
    return name;
  }

  /** Called by the authentication mechanism only. */
  public void become(Actor who, String called) {
    this.actor = who;
    this.name = called;
  }
}
