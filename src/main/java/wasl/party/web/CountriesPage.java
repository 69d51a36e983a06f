package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /**
   * Countries under one heading.
   *
   * @param title the key of the heading
   */
  public record Group(String title, List<CountryRule> rules) {}

  /** Every country, by name in the page's language: first those with a rule of their own. */
  public List<Group> getGroups() {
    Map<Boolean, List<CountryRule>> all =
        Countries.in(PartyRequest.lang()).keySet().stream()
            .map(rules::of)
            .collect(Collectors.partitioningBy(rule -> rule.version() >= 0));
    return List.of(
        new Group("party.countries.ruled", all.get(true)),
        new Group("party.countries.others", all.get(false)));
  }

  public String name(CountryRule rule) {
    return Countries.name(rule.country(), PartyRequest.lang());
  }
}
