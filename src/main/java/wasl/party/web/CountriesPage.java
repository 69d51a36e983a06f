package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Countries;

/** {@code /admin/countries}: what is offered to residents of each country, and why. */
@Named
@RequestScoped
public class CountriesPage {

  @Inject private CountryRules rules;
  @Inject private CurrentActor current;

  public void load() {
    current.get().require(Permission.ADMINISTER);
  }

  /** Every country, by name in the page's language; those without a rule of their own too. */
  public List<CountryRule> getAll() {
    return Countries.in(PartyRequest.lang()).keySet().stream()
        .map(rules::of)
        .sorted((one, other) -> Boolean.compare(isEntered(other), isEntered(one)))
        .toList();
  }

  public String name(CountryRule rule) {
    return Countries.name(rule.country(), PartyRequest.lang());
  }

  private static boolean isEntered(CountryRule rule) {
    return rule.version() >= 0;
  }
}
