package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import wasl.shared.Lang;

/** The language of the page that is being made. */
@RequestScoped
public class PageLang {

  @Inject private HttpServletRequest request;

  private Lang known;

  public Lang lang() {
    if (known == null) {
      known = request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
    }
    return known;
  }
}
