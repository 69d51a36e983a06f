package wasl.listing.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import wasl.listing.Business;
import wasl.listing.Districts;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.Sector;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** {@code #{choices.…}}: what can be chosen in forms, in the order of the reader's alphabet. */
@Named
@RequestScoped
public class Choices {

  @Inject private HttpServletRequest request;
  @Inject private Districts districts;

  /** A governorate with its districts. */
  public record Place(String label, List<Districts.District> districts) {}

  /** The 19 governorates. */
  public List<Governorate> getGovernorates() {
    return sorted(Arrays.asList(Governorate.values()), g -> label("listing.governorate." + g));
  }

  /** The sectors that may be chosen. */
  public List<Sector> getSectors() {
    return sorted(Sector.offered(), s -> label("listing.sector." + s));
  }

  public List<Business.LegalForm> getLegalForms() {
    return Arrays.asList(Business.LegalForm.values());
  }

  public List<FundingModel> getModels() {
    return Arrays.asList(FundingModel.values());
  }

  /** The governorates with their districts, the capital's first. */
  public List<Place> getPlaces() {
    return getGovernorates().stream()
        .map(g -> new Place(label("listing.governorate." + g), districts.of(g)))
        .toList();
  }

  /** The name of a district in the page's language. */
  public String district(String code) {
    String name = districts.name(code, lang());
    return name == null ? "" : name;
  }

  private String label(String key) {
    return Texts.in(lang()).get(key);
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  private <T> List<T> sorted(List<T> all, Function<T, String> name) {
    Collator collator = collator(lang());
    List<T> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(name, collator::compare));
    return sorted;
  }

  /** ICU has no order for Sorani; its general one puts only ڕ wrong, after ز. */
  private static Collator collator(Lang lang) {
    if (lang != Lang.CKB) {
      return Collator.getInstance(ULocale.forLocale(lang.locale()));
    }
    try {
      return new RuleBasedCollator("&ر<ڕ");
    } catch (Exception malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
