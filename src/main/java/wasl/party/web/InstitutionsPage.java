package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.party.CurrentActor;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.party.Permission;

/** {@code /admin/institutions}: all institutions. */
@Named
@RequestScoped
public class InstitutionsPage {

  @Inject private Institutions institutions;
  @Inject private CurrentActor current;

  public void load() {
    current.get().require(Permission.ADMINISTER);
  }

  public List<Institution> getAll() {
    return institutions.all();
  }

  /** An institution's name in the page's language. */
  public String name(Institution institution) {
    return institution.name(PartyRequest.lang());
  }

  /** The codes of an institution's counterparts. */
  public String twins(Institution institution) {
    return String.join(", ", institution.twins());
  }
}
