package wasl.shared.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspState;

/**
 * PrimeFaces on the few pages that {@link Addresses} gives it (ADR 23). Its scripts carry a nonce;
 * the one header that names the nonce is ours, so PrimeFaces writes none, on no page.
 */
final class Widgets {

  /** The layout reads it: with it the head takes PrimeFaces' scripts. */
  private static final String ALLOWED = "widgets";

  /** The parameter with which a page's scripts name their nonce. */
  static final String NONCE = "primefaces.nonce";

  private Widgets() {}

  /** The page that will answer may use PrimeFaces. */
  static void allow(HttpServletRequest request) {
    request.setAttribute(ALLOWED, true);
  }

  /** Another page answers instead. */
  static void forbid(HttpServletRequest request) {
    request.removeAttribute(ALLOWED);
  }

  /** Whether a script asks for parts of the page that it stands in. */
  static boolean isPartial(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  /** At the beginning of each request of Faces. */
  static void begin(FacesContext context) {
    PrimeFacesContext.getCspState(context).setInitialized(true);
  }

  /** Before a page is written: names the nonce, and gives what the page is to be written with. */
  static FacesContext prepare(FacesContext context, UIViewRoot view) {
    boolean allowed = context.getExternalContext().getRequestMap().containsKey(ALLOWED);
    if (!allowed || context.getPartialViewContext().isAjaxRequest()) {
      return context;
    }
    withoutItsStyles(context, view);
    CspState state = PrimeFacesContext.getCspState(context);
    SecurityHeaders.allowScripts(
        (HttpServletResponse) context.getExternalContext().getResponse(), state.getNonce());
    PrimeFaces.current()
        .executeInitScript(
            "if(window.PrimeFaces){PrimeFaces.csp.init('" + state.getNonce() + "')}");
    return new FacesContextWrapper(context) {
      @Override
      public void setResponseWriter(ResponseWriter writer) {
        super.setResponseWriter(new StylesLater(writer));
      }
    };
  }

  /** What its components look like stands in wasl-desk.css, all of it. */
  private static void withoutItsStyles(FacesContext context, UIViewRoot view) {
    for (UIComponent resource : List.copyOf(view.getComponentResources(context, "head"))) {
      if ("components.css".equals(resource.getAttributes().get("name"))) {
        view.removeComponentResource(context, resource, "head");
      }
    }
  }

  /**
   * PrimeFaces writes some styles into its markup, which the policy forbids: they go into another
   * attribute, from where a script of ours sets them.
   */
  private static final class StylesLater extends ResponseWriterWrapper {

    StylesLater(ResponseWriter wrapped) {
      super(wrapped);
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      super.writeAttribute(name.equals("style") ? "data-style" : name, value, property);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
      return new StylesLater(super.cloneWithWriter(writer));
    }
  }
}
