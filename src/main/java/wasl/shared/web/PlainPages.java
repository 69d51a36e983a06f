package wasl.shared.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.Lang;
import wasl.shared.web.markup.Markup;

/**
 * Shows pages of nothing but markup without Faces: to visitors from memory, to everybody whose page
 * may look different made anew.
 */
@ApplicationScoped
public class PlainPages {

  private static final Logger LOG = Logger.getLogger(PlainPages.class.getName());

  private static final String SESSION = "JSESSIONID";

  /** What our own cookies begin with; one of them only says where the front door leads. */
  private static final String OURS = "wasl_";

  @Inject private KeptPages kept;
  @Inject private BeanManager manager;
  @Inject private Clock clock;

  private final Map<View, Optional<Markup>> read = new ConcurrentHashMap<>();
  private BeansByName beans;

  private record View(String path, Lang lang) {}

  @PostConstruct
  void begin() {
    beans = new BeansByName(manager);
  }

  /**
   * Shows the page, or says that Faces has to.
   *
   * @param key the address with language and query
   */
  boolean show(
      Address address,
      Lang lang,
      String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!address.plain()) {
      return false;
    }
    Optional<Markup> known =
        read.computeIfAbsent(
            new View(address.view(), lang), view -> read(view, request.getServletContext()));
    if (known.isEmpty()) {
      return false;
    }
    Markup markup = known.get();
    Supplier<byte[]> made = () -> make(markup, request, response);
    if (kept.keeps() && isForVisitors(request)) {
      kept.get(key, clock, made).send(request, response);
      return true;
    }
    byte[] page = made.get();
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(page);
    }
    return true;
  }

  private byte[] make(Markup markup, HttpServletRequest request, HttpServletResponse response) {
    Present.begin(request, response);
    try {
      return markup.write(
          name -> {
            Object given = request.getAttribute(name);
            return given == null ? beans.get(name) : given;
          });
    } finally {
      Present.end();
    }
  }

  private static Optional<Markup> read(View view, ServletContext files) {
    try {
      return Optional.of(
          Markup.read(view.path(), files::getResourceAsStream, same(files, view.lang())));
    } catch (IllegalArgumentException more) {
      LOG.log(Level.WARNING, more, () -> view.path() + " is left to Faces");
      return Optional.empty();
    }
  }

  /** What {@link Router} gives each request, as far as it is the same for all of a language. */
  static Map<String, Object> same(ServletContext site, Lang lang) {
    return Map.of("lang", lang, "t", new PageTexts(lang), "link", new SiteLinks(site, lang));
  }

  /** Whether what this request sees is what every visitor sees. */
  private static boolean isForVisitors(HttpServletRequest request) {
    if (request.getMethod().equals("POST") || request.getUserPrincipal() != null) {
      return false;
    }
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      String name = cookie.getName();
      if (name.equals(SESSION) || name.startsWith(OURS) && !name.equals(Router.LANG_COOKIE)) {
        return false;
      }
    }
    return true;
  }
}
