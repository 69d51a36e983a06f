package wasl.shared.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The request that this thread answers with a page: Faces knows it, but not every page is its. */
final class Present {

  private static final ThreadLocal<Present> PRESENT = new ThreadLocal<>();

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  private Present(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Begins a page without Faces on this thread. */
  static void begin(HttpServletRequest request, HttpServletResponse response) {
    PRESENT.set(new Present(request, response));
  }

  /** Ends it. */
  static void end() {
    PRESENT.remove();
  }

  static HttpServletRequest request() {
    Present present = PRESENT.get();
    return present != null
        ? present.request
        : (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  static HttpServletResponse response() {
    Present present = PRESENT.get();
    return present != null
        ? present.response
        : (HttpServletResponse)
            FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }
}
