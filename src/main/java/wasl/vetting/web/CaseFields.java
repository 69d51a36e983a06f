package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.vetting.CaseId;
import wasl.vetting.ProposalId;
import wasl.vetting.VettingRefused;

/**
 * What was typed on the page of a case. Its fields are plain HTML, read from the request: so
 * whatever was typed stands there again after a refusal, also in parts of the form that the case's
 * new state does not have.
 */
@Named
@RequestScoped
public class CaseFields {
  @Inject private HttpServletRequest request;

  /** A text field. */
  public String typed(String name, Object kept) {
    String value = param(name);
    return value != null ? value : Objects.toString(kept, "");
  }

  /** What was sent with a form; an address that somebody was lured to fills nothing in. */
  String param(String name) {
    return request.getMethod().equals("POST") ? request.getParameter(name) : null;
  }

  /** The case that the address names. */
  CaseId id() {
    // Faces sees the request with its path's values; the injected one is the bare request.
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return Ids.parse(parameters.get("case"))
        .map(CaseId::new)
        .orElseThrow(() -> new Refused(new VettingRefused.NotFound()));
  }

  /** The proposal that stood on the page. */
  ProposalId proposal() {
    return ProposalId.parse(param("proposal"))
        .orElseThrow(() -> new Refused(new VettingRefused.ProposalChanged()));
  }

  /** The address of the case. */
  String here() {
    return "/desk/" + id();
  }

  /** The language of the page. */
  Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  /** The constant with this name, or null. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }
}
