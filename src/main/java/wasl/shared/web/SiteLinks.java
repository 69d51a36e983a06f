package wasl.shared.web;

import jakarta.servlet.ServletContext;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;

/** Addresses that are the same on every page of a language. */
public class SiteLinks {

  private final ServletContext site;
  private final Lang lang;

  SiteLinks(ServletContext site, Lang lang) {
    this.site = site;
    this.lang = lang;
  }

  /** A page in the language of this one; the path begins with a slash. */
  public String to(String path) {
    return site.getContextPath() + "/" + lang.code() + path;
  }

  /** A page with the public beginning of all addresses, for shared links. */
  public String absolute(String path) {
    return PublicUrl.value() + "/" + lang.code() + path;
  }

  /** Where the visitor's own language is found out. */
  public String getRoot() {
    return PublicUrl.value() + "/";
  }

  /** A static file, by an address that changes with its content and may be kept for ever. */
  public String resource(String file) {
    return site.getContextPath() + StaticFiles.addressOf(site, file);
  }
}
