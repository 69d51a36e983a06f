package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import wasl.shared.Lang;

/** The language of the page that is being made. */
@RequestScoped
public class PageLang {

  @Inject private HttpServletRequest request;

  public Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
