package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.party.Permission;

/** {@code /admin}: where an administrator begins. */
@Named
@RequestScoped
public class AdminPage {

  @Inject private CurrentActor actor;

  /** Lets only administrators in. */
  public void open() {
    actor.get().require(Permission.ADMINISTER);
  }
}
