package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/**
 * A request whose path values can be read like parameters: {@code /listings/{id}} as {@code id}.
 * What it brings as the nonce of a page's scripts is left out, unless it is a part of that page
 * that is asked for: a page sent whole gets a new one.
 */
class PageRequest extends HttpServletRequestWrapper {

  private final Map<String, String> inPath;

  PageRequest(HttpServletRequest request, Map<String, String> inPath) {
    super(request);
    this.inPath = inPath;
  }

  @Override
  public String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public String[] getParameterValues(String name) {
    if (isLeftOut(name)) {
      return null;
    }
    String value = inPath.get(name);
    return value != null ? new String[] {value} : super.getParameterValues(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new HashMap<>(super.getParameterMap());
    inPath.forEach((name, value) -> all.put(name, new String[] {value}));
    all.keySet().removeIf(this::isLeftOut);
    return all;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  private boolean isLeftOut(String name) {
    return Widgets.NONCE.equals(name) && !Widgets.isPartial((HttpServletRequest) getRequest());
  }
}
