package wasl.party.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wasl.party.AddressForm;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.shared.Countries;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** {@code #{partyChoices.…}}: what the lists of these pages offer, in the page's language. */
@Named
@ApplicationScoped
public class PartyChoices {

  @Inject private Institutions institutions;

  /** Countries: first those where most Iraqis abroad live, then the others by name. */
  public List<SelectItem> getCountries() {
    Lang lang = PartyRequest.lang();
    List<SelectItem> often = new ArrayList<>();
    List<SelectItem> others = new ArrayList<>();
    for (Map.Entry<String, String> country : Countries.in(lang).entrySet()) {
      SelectItem item = new SelectItem(country.getKey(), country.getValue());
      (Countries.DIASPORA.contains(country.getKey()) ? often : others).add(item);
    }
    return List.of(
        group(Texts.in(lang).get("party.countries.often"), often),
        group(Texts.in(lang).get("party.countries.others"), others));
  }

  /** The languages, each in itself. */
  public List<SelectItem> getLanguages() {
    return Arrays.stream(Lang.values())
        .map(lang -> new SelectItem(lang.code(), lang.getOwnName()))
        .toList();
  }

  public List<SelectItem> getAddressForms() {
    Texts texts = Texts.in(PartyRequest.lang());
    return Arrays.stream(AddressForm.values())
        .map(form -> new SelectItem(form.name(), texts.get("party.addressForm." + form)))
        .toList();
  }

  /** The institutions that take staff. */
  public List<SelectItem> getInstitutions() {
    Lang lang = PartyRequest.lang();
    return institutions.all().stream()
        .filter(Institution::active)
        .map(one -> new SelectItem(one.id().toString(), one.name(lang)))
        .toList();
  }

  private static SelectItem group(String label, List<SelectItem> items) {
    SelectItemGroup group = new SelectItemGroup(label);
    group.setSelectItems(items.toArray(SelectItem[]::new));
    return group;
  }
}
