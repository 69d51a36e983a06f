package wasl.party.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import wasl.shared.Lang;
import wasl.shared.web.ClientAddress;

/** What the pages of this feature ask of the present request. */
final class PartyRequest {

  private PartyRequest() {}

  static HttpServletRequest get() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  /** From where it comes. */
  static String address() {
    return ClientAddress.of(get());
  }

  /** The language of the page. */
  static Lang lang() {
    return (Lang) get().getAttribute("lang");
  }

  /** A value of the path, the query or the form, as it was sent; null for none. */
  static String parameter(String name) {
    return get().getParameter(name);
  }

  /** A whole number of the query; 1 for none. */
  static int number(String name) {
    String text = parameter(name);
    return text != null && text.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  static boolean post() {
    return get().getMethod().equals("POST");
  }
}
