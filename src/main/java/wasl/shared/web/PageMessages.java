package wasl.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.RefusalTexts;
import wasl.shared.Texts;

/**
 * What a page says at its top: problems of this request, and the message carried over a redirect.
 * The latter travels in a short-lived cookie, so that it needs no session; only keys of our own
 * texts are shown from it.
 */
@Named("messages")
@RequestScoped
public class PageMessages {

  private static final String COOKIE = "wasl_flash";

  private final List<Line> problems = new ArrayList<>();
  private List<Line> flash;

  /** One line: kind is ok, warn or stop; field is the id of the field that it is about, or null. */
  public record Line(String kind, String text, String field) {
    public String getKind() {
      return kind;
    }

    public String getText() {
      return text;
    }

    public String getField() {
      return field;
    }
  }

  /** The problems of this request: refusals first, then what the fields did not accept. */
  public List<Line> getProblems() {
    List<Line> all = new ArrayList<>(problems);
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces == null) {
      return all;
    }
    Iterator<String> fields = faces.getClientIdsWithMessages();
    while (fields.hasNext()) {
      String field = fields.next();
      faces.getMessageList(field).forEach(m -> all.add(new Line("stop", m.getDetail(), field)));
    }
    return all;
  }

  /** Adds a refusal's text to the problems. */
  public void refuse(Refusal refusal) {
    Lang lang = (Lang) request().getAttribute("lang");
    problems.add(new Line("stop", RefusalTexts.of(refusal, lang), null));
  }

  /** Carries a message to the page that comes after the redirect. */
  public void flash(String kind, String key, Object... namesAndValues) {
    carry(Present.response(), kind, key, namesAndValues);
  }

  /** The same where no page has been opened. */
  static void carry(
      HttpServletResponse response, String kind, String key, Object... namesAndValues) {
    StringBuilder value = new StringBuilder(kind).append('&').append(encode(key));
    for (Object part : namesAndValues) {
      value.append('&').append(encode(String.valueOf(part)));
    }
    response.addCookie(cookie(value.toString(), 60));
  }

  /** The message carried here, shown once. */
  public List<Line> getFlash() {
    if (flash == null) {
      flash = read();
    }
    return flash;
  }

  private List<Line> read() {
    Cookie[] cookies = request().getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
        HttpServletResponse response = Present.response();
        if (!response.isCommitted()) {
          response.addCookie(cookie("", 0));
        }
        return parse(cookie.getValue());
      }
    }
    return List.of();
  }

  private List<Line> parse(String value) {
    String[] parts = value.split("&");
    Texts texts = Texts.in((Lang) request().getAttribute("lang"));
    String key = parts.length > 1 ? decode(parts[1]) : "";
    if (!List.of("ok", "warn", "stop").contains(parts[0]) || !texts.has(key)) {
      return List.of();
    }
    Map<String, String> arguments = new HashMap<>();
    for (int i = 2; i + 1 < parts.length; i += 2) {
      arguments.put(decode(parts[i]), decode(parts[i + 1]));
    }
    return List.of(new Line(parts[0], texts.of(key, arguments), null));
  }

  private static Cookie cookie(String value, int seconds) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static HttpServletRequest request() {
    return Present.request();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
