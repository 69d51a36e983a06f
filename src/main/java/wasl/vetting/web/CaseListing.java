package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import wasl.listing.Business;
import wasl.listing.Districts;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Media;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** The listing of a case, whole, as the entrepreneur handed it in. */
@Named
@RequestScoped
public class CaseListing {
  @Inject private CasePage page;
  @Inject private ListingQueries listings;
  @Inject private Districts districts;
  @Inject private HttpServletRequest request;

  private ListingQueries.Whole whole;

  /** All of it; asked for only once the file is open to this reader. */
  public ListingQueries.Whole getWhole() {
    if (whole == null) {
      whole = listings.whole(page.getFile().row().listing().id());
    }
    return whole;
  }

  public ListingContent getContent() {
    return getWhole().content();
  }

  /** The words in the reader's language, else the owner's. */
  public ListingContent.Text getText() {
    ListingContent.Text text = getContent().words().in(lang());
    return text == null ? new ListingContent.Text(null, null, null) : text;
  }

  /** The language of the words. */
  public Lang getTextLang() {
    return getContent().words().langFor(lang());
  }

  /** District and governorate. */
  public String getPlace() {
    Business.Details business = getContent().business();
    String governorate = Texts.in(lang()).get("listing.governorate." + business.governorate());
    String district = districts.name(business.district(), lang());
    String comma = lang() == Lang.EN ? ", " : "، ";
    return district == null || district.equals(governorate)
        ? governorate
        : district + comma + governorate;
  }

  public List<Media.View> getPictures() {
    return getWhole().media().stream().filter(m -> m.kind() != Media.Kind.DOCUMENT).toList();
  }

  public List<Media.View> getDocuments() {
    return getWhole().media().stream().filter(m -> m.kind() == Media.Kind.DOCUMENT).toList();
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
