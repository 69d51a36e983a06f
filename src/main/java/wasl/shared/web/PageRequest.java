package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/**
 * A request whose path values can be read like parameters: {@code /listings/{id}} as {@code id}.
 */
class PageRequest extends HttpServletRequestWrapper {

  private final Map<String, String> inPath;

  PageRequest(HttpServletRequest request, Map<String, String> inPath) {
    super(request);
    this.inPath = inPath;
  }

  @Override
  public String getParameter(String name) {
    String value = inPath.get(name);
    return value != null ? value : super.getParameter(name);
  }

  @Override
  public String[] getParameterValues(String name) {
    String value = inPath.get(name);
    return value != null ? new String[] {value} : super.getParameterValues(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new HashMap<>(super.getParameterMap());
    inPath.forEach((name, value) -> all.put(name, new String[] {value}));
    return all;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }
}
