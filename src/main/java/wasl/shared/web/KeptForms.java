package wasl.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.shared.PublicUrl;
import wasl.shared.Secrets;

/**
 * Forms that were sent after the session had ended: kept under an unguessable name while their
 * sender signs in again, then offered back to the same browser only, which holds the names of its
 * newest ones in a cookie: nobody can lay a form of his own in somebody else's way. Kept in this
 * node's memory for an hour, within the bounds of {@link FormShelf}; passwords are not kept.
 */
public final class KeptForms {

  private static final Duration FOR = Duration.ofHours(1);

  /** Twice what the longest form can hold; more is nobody's typing. */
  private static final int MOST_CHARACTERS = 200_000;

  /** What a field costs beside its characters. */
  private static final int FIELD = 100;

  /** Names in the cookie: more tabs than these nobody remembers. */
  private static final int MOST_NAMES = 10;

  private static final String COOKIE = "wasl_kept";

  /** Not part of a name, and allowed in a cookie's value. */
  private static final String BETWEEN = ".";

  /** At most some 20 MB; one sender's part is five of the longest forms, or forty short ones. */
  private static final FormShelf SHELF =
      new FormShelf(new FormShelf.Limits(FOR, 500, 10_000_000, 40, 5L * MOST_CHARACTERS));

  /**
   * What was typed.
   *
   * @param from the address of its sender
   * @param target where it was sent, with the language whose page it came from and its query
   * @param fields by field name
   * @param characters its weight: its characters, and something for each field
   */
  public record Form(
      String from, String target, Map<String, String[]> fields, long characters, long keptNanos) {}

  private KeptForms() {}

  static String keep(HttpServletRequest request, HttpServletResponse response) {
    Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
    fields.keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).contains("password"));
    String name = Secrets.token();
    long characters = characters(fields);
    if (characters <= MOST_CHARACTERS) {
      String query = request.getQueryString();
      SHELF.put(
          name,
          new Form(
              ClientAddress.of(request),
              request.getRequestURI() + (query == null ? "" : "?" + query),
              fields,
              characters,
              System.nanoTime()));
    }
    Cookie cookie = new Cookie(COOKIE, with(held(request), name));
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
    return name != null && names(held(request)).contains(name)
        ? SHELF.get(name, System.nanoTime())
        : Optional.empty();
  }

  private static String held(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return cookie.getValue();
      }
    }
    return "";
  }

  private static List<String> names(String held) {
    return Arrays.stream(held.split("\\" + BETWEEN)).filter(each -> !each.isEmpty()).toList();
  }

  /** The cookie's value with one more name, without the oldest where there are too many. */
  static String with(String held, String name) {
    List<String> all = new ArrayList<>(names(held));
    all.add(name);
    return String.join(BETWEEN, all.subList(Math.max(0, all.size() - MOST_NAMES), all.size()));
  }

  static long characters(Map<String, String[]> fields) {
    return fields.entrySet().stream()
        .mapToLong(
            each ->
                Arrays.stream(each.getValue())
                    .mapToLong(value -> FIELD + each.getKey().length() + value.length())
                    .sum())
        .sum();
  }
}
