package wasl.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wasl.shared.PublicUrl;
import wasl.shared.Secrets;

/**
 * Forms that were sent after the session had ended: kept under an unguessable name while their
 * sender signs in again, then offered back to the same browser only, which holds the name in a
 * cookie: nobody can lay a form of his own in somebody else's way. Kept in this node's memory for
 * an hour, the newest 500; passwords are not kept.
 */
public final class KeptForms {

  private static final Duration FOR = Duration.ofHours(1);
  private static final int MOST = 500;

  /** Twice what the longest form can hold; more is nobody's typing. */
  private static final int MOST_CHARACTERS = 200_000;

  private static final String COOKIE = "wasl_kept";
  private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

  /** What was typed, by field name. */
  public record Form(Map<String, String[]> fields, long keptNanos) {}

  private KeptForms() {}

  static String keep(HttpServletRequest request, HttpServletResponse response) {
    forgetOld();
    Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
    fields.keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).contains("password"));
    String name = Secrets.token();
    if (characters(fields) <= MOST_CHARACTERS) {
      if (FORMS.size() >= MOST) {
        FORMS.entrySet().stream()
            .min(Comparator.comparingLong(each -> each.getValue().keptNanos()))
            .ifPresent(oldest -> FORMS.remove(oldest.getKey()));
      }
      FORMS.put(name, new Form(fields, System.nanoTime()));
    }
    Cookie cookie = new Cookie(COOKIE, name);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(PublicUrl.value().startsWith("https:"));
    cookie.setMaxAge((int) FOR.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    return name;
  }

  /** The form kept under this name, if this browser sent it. */
  public static Optional<Form> find(String name, HttpServletRequest request) {
    forgetOld();
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(COOKIE) && cookie.getValue().equals(name)) {
        return Optional.ofNullable(FORMS.get(name));
      }
    }
    return Optional.empty();
  }

  private static long characters(Map<String, String[]> fields) {
    return fields.entrySet().stream()
        .mapToLong(
            each ->
                each.getKey().length()
                    + Arrays.stream(each.getValue()).mapToLong(String::length).sum())
        .sum();
  }

  private static void forgetOld() {
    long now = System.nanoTime();
    FORMS.values().removeIf(form -> now - form.keptNanos() > FOR.toNanos());
  }
}
