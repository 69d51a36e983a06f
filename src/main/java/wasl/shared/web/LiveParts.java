package wasl.shared.web;

import jakarta.faces.context.FacesContext;
import java.util.function.Function;
import org.primefaces.PrimeFaces;

/** What a page's class gives a script that asks for parts of the page, beside those parts. */
public final class LiveParts {

  private LiveParts() {}

  /** What {@code w:live} says aloud, unless it was what it said last. */
  public static void tell(Function<PageTexts, String> text) {
    give("told", text);
  }

  /** Where the page, as it now is, can be found again. */
  public static void here(String address) {
    give("here", texts -> address);
  }

  private static void give(String name, Function<PageTexts, String> value) {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces.getPartialViewContext().isAjaxRequest()) {
      PageTexts texts = (PageTexts) faces.getExternalContext().getRequestMap().get("t");
      PrimeFaces.current().ajax().addCallbackParam(name, value.apply(texts));
    }
  }
}
