package wasl.shared.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;

/** Addresses as one page writes them. */
public final class PageLinks extends SiteLinks {

  private final HttpServletRequest request;
  private final String path;

  PageLinks(HttpServletRequest request, Lang lang, String path) {
    super(request.getServletContext(), lang);
    this.request = request;
    this.path = path;
  }

  /** This page in another language. */
  public String in(String code) {
    String query = request.getQueryString();
    return request.getContextPath() + "/" + code + path + (query == null ? "" : "?" + query);
  }

  /** This page, whole, without its query. */
  public String getHere() {
    return to(path);
  }

  /** The path of this page without its language. */
  public String getPath() {
    return path;
  }

  /** This page in that language, whole and without its query, for search engines. */
  public String alternate(String code) {
    return PublicUrl.value() + "/" + code + path;
  }

  /** Sends the browser to another page of this language (post–redirect–get). */
  public void go(String path) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    try {
      external.redirect(path.startsWith("http") ? path : to(path));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }

  /**
   * A value of this page's path or query. A page's class reads it when it is made, before Faces
   * puts what was typed over the class's fields.
   */
  public static String value(String name) {
    return Present.request().getParameter(name);
  }

  /** The links of the present request. */
  public static PageLinks here() {
    return (PageLinks) Present.request().getAttribute("link");
  }
}
