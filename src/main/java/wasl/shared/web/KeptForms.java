package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wasl.shared.Secrets;

/**
 * Forms that were sent after the session had ended: kept under an unguessable name while their
 * sender signs in again, then offered back. Kept in this node's memory for an hour, at most 2 000.
 */
public final class KeptForms {

  private static final Duration FOR = Duration.ofHours(1);
  private static final int MOST = 2_000;
  private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

  /** What was typed, by field name. */
  public record Form(Map<String, String[]> fields, long keptNanos) {}

  private KeptForms() {}

  static String keep(HttpServletRequest request) {
    forgetOld();
    Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
    fields.keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).contains("password"));
    String name = Secrets.token();
    if (FORMS.size() < MOST) {
      FORMS.put(name, new Form(fields, System.nanoTime()));
    }
    return name;
  }

  /** The form kept under this name. */
  public static Optional<Form> find(String name) {
    forgetOld();
    return Optional.ofNullable(name).map(FORMS::get);
  }

  private static void forgetOld() {
    long now = System.nanoTime();
    FORMS.values().removeIf(form -> now - form.keptNanos() > FOR.toNanos());
  }
}
