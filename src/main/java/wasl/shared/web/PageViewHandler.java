package wasl.shared.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import wasl.shared.Lang;

/** Forms post back to the pretty address; locale comes from the address, not from the browser. */
public class PageViewHandler extends ViewHandlerWrapper {

  public PageViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    PageLinks links = (PageLinks) request.getAttribute("link");
    if (links == null) {
      return super.getActionURL(context, viewId);
    }
    String query = (String) request.getAttribute("jakarta.servlet.forward.query_string");
    return links.getHere() + (query == null ? "" : "?" + query);
  }

  @Override
  public void initView(FacesContext context) {
    Widgets.begin(context);
    super.initView(context);
  }

  @Override
  public void renderView(FacesContext context, UIViewRoot view) throws IOException {
    super.renderView(Widgets.prepare(context, view), view);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    Object lang = context.getExternalContext().getRequestMap().get("lang");
    return lang instanceof Lang known ? known.locale() : super.calculateLocale(context);
  }
}
