package wasl.shared.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wasl.shared.Lang;
import wasl.shared.Texts;
import wasl.shared.rest.Problem;

/**
 * Leads a pretty address ({@code /ar/listings/0K7V3Q9XH2M4D}) to its view and gives the view its
 * language, texts and links. Views have no address of their own.
 *
 * <p>Longer than others because every way that an address can go wrong ends here, each in a
 * friendly page.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class Router extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** With this parameter Faces takes any request for a sent form, a followed link too. */
  private static final String SENT_BACK = "jakarta.faces.ViewState";

  static final String LANG_COOKIE = "wasl_lang";

  /** Files that come in parts; the session says whose they are. */
  private static final String UPLOADS = "/upload/";

  /** With this header a script sends a form behind the reader's back. */
  private static final String BACKGROUND = "X-Wasl-Background";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** The language, if it is one, and the rest. */
  private static final Pattern BEGINNING = Pattern.compile("/([^/]*)/?(.*)");

  private static final int WORKSPACE_BYTES = 256 * 1024;

  @Inject private transient PlainPages plain;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.contains(";") || path.contains("/..")) {
      // no address of ours; the container would read another path in it than this filter
      SecurityHeaders.add(response);
      if (path.startsWith("/api/")) {
        answerMissing(request, response);
      } else {
        show(request, response, path, ErrorPage.MISSING);
      }
      return;
    }
    if (path.startsWith(UPLOADS) && !isReading(request) && !SecurityHeaders.sameOrigin(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    // what a servlet claims by its exact address is no view either
    if (isForPrograms(path)) {
      chain.doFilter(request, response);
      return;
    }
    if (isFile(path) || request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXACT) {
      fetch(request, response, chain, path);
      return;
    }
    SecurityHeaders.add(response);
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST");
      show(request, response, path, ErrorPage.METHOD);
      return;
    }
    if (path.isEmpty() || path.equals("/")) {
      response.setHeader("Vary", "Accept-Language, Cookie");
      response.sendRedirect(request.getContextPath() + "/" + preferred(request).code() + "/");
      return;
    }
    int slash = path.indexOf('/', 1);
    Optional<Lang> lang = Lang.of(slash < 0 ? path.substring(1) : path.substring(1, slash));
    String rest = slash < 0 ? "/" : path.substring(slash);
    if (lang.isEmpty() && Addresses.ALL.stream().anyMatch(it -> it.match(path).isPresent())) {
      response.setHeader("Vary", "Accept-Language, Cookie");
      response.sendRedirect(
          request.getContextPath() + "/" + preferred(request).code() + path + query(request));
    } else if (lang.isEmpty()) {
      show(request, response, preferred(request), path, ErrorPage.MISSING);
    } else if (slash < 0) {
      response.sendRedirect(request.getContextPath() + path + "/" + query(request));
    } else if (rest.length() > 1 && rest.endsWith("/") && request.getMethod().equals("GET")) {
      response.sendRedirect(
          request.getContextPath() + path.replaceFirst("/+$", "") + query(request));
    } else {
      rememberLang(request, response, lang.get());
      open(request, response, lang.get(), rest);
    }
  }

  /** What servlets of ours give; where they have nothing, people may have followed an old link. */
  private static void fetch(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
      throws ServletException, IOException {
    OwnErrors errors = new OwnErrors(response);
    if (isReading(request)) {
      chain.doFilter(request, errors);
    } else {
      response.setHeader("Allow", "GET, HEAD");
      errors.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
    if (errors.page().isPresent()) {
      SecurityHeaders.add(response);
      show(request, response, path, errors.page().get());
    }
  }

  private void open(
      HttpServletRequest request, HttpServletResponse response, Lang lang, String path)
      throws ServletException, IOException {
    for (Address address : Addresses.ALL) {
      Optional<Map<String, String>> values = address.match(path);
      if (values.isPresent()) {
        if (request.getMethod().equals("POST")
            ? !SecurityHeaders.sameOrigin(request)
            : request.getParameter(SENT_BACK) != null) {
          show(request, response, lang, path, ErrorPage.DENIED);
        } else if (Uploads.tooLarge(request)) {
          Uploads.readAway(request);
          Uploads.tell(request, response);
          response.sendRedirect(request.getRequestURI());
        } else if (address.signedIn()
            && request.getUserPrincipal() == null
            && (request.getHeader(BACKGROUND) != null || Widgets.isPartial(request))) {
          // the script keeps what was typed itself, and leads nobody away
          response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (address.signedIn() && request.getUserPrincipal() == null) {
          askToSignIn(request, response, lang, path);
        } else {
          if (address.signedIn()) {
            // Held back until it is whole: a fault in the middle can still become the friendly
            // page.
            response.setBufferSize(WORKSPACE_BYTES);
          }
          if (address.framed()) {
            SecurityHeaders.allowOwnFrames(response);
          }
          if (address.widgets()) {
            Widgets.allow(request);
          }
          forward(new PageRequest(request, values.get()), response, lang, path, address);
        }
        return;
      }
    }
    show(request, response, lang, path, ErrorPage.MISSING);
  }

  private void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, Lang lang, String path)
      throws ServletException, IOException {
    // A browser cannot be handed back its files: whoever sent some chooses them again.
    boolean keep = request.getMethod().equals("POST") && !Uploads.in(request);
    String kept = keep ? "&kept=" + KeptForms.keep(request, response) : "";
    String next = URLEncoder.encode(path + query(request), StandardCharsets.UTF_8);
    response.sendRedirect(
        request.getContextPath() + "/" + lang.code() + "/sign-in?next=" + next + kept);
  }

  private void forward(
      HttpServletRequest request,
      HttpServletResponse response,
      Lang lang,
      String path,
      Address address)
      throws ServletException, IOException {
    prepare(request, lang, path);
    try {
      String key = lang.code() + path + query(request);
      if (!plain.show(address, lang, key, request, response)) {
        request.getRequestDispatcher(address.view()).forward(request, response);
      }
    } catch (ServletException | RuntimeException failed) {
      ErrorPage page = ErrorPage.of(failed, request, address.view());
      if (response.isCommitted()) {
        throw failed;
      }
      response.resetBuffer();
      Widgets.forbid(request);
      SecurityHeaders.add(response);
      show(request, response, lang, path, page);
    }
  }

  /** Shows it in the language of the address, if that has one, or else in the reader's own. */
  private static void show(
      HttpServletRequest request, HttpServletResponse response, String path, ErrorPage page)
      throws ServletException, IOException {
    Matcher parts = BEGINNING.matcher(path);
    Optional<Lang> lang = parts.matches() ? Lang.of(parts.group(1)) : Optional.empty();
    String rest = lang.isPresent() ? "/" + parts.group(2) : path.startsWith("/") ? path : "/";
    show(request, response, lang.orElse(preferred(request)), rest, page);
  }

  /** As the interface for programs says it. */
  private static void answerMissing(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Lang lang = Lang.accepted(request.getHeader("Accept-Language"));
    String detail = Texts.in(lang).get("shared.error.missing");
    Response problem = Problem.of(ErrorPage.MISSING.status(), "not-found", detail, lang);
    response.setStatus(problem.getStatus());
    response.setContentType(Problem.TYPE);
    response.setHeader("Content-Language", lang.code());
    response
        .getOutputStream()
        .write(problem.getEntity().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Lang lang,
      String path,
      ErrorPage page)
      throws ServletException, IOException {
    prepare(request, lang, path);
    response.setStatus(page.status());
    request.getRequestDispatcher(page.view()).forward(new Looked(request), response);
  }

  /** To Faces an error page is looked at, whatever was tried to be done to the address. */
  private static final class Looked extends HttpServletRequestWrapper {

    Looked(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      String method = super.getMethod();
      return METHODS.contains(method) ? method : "GET";
    }
  }

  private static void prepare(HttpServletRequest request, Lang lang, String path) {
    request.setAttribute("lang", lang);
    request.setAttribute("t", new PageTexts(lang));
    request.setAttribute("link", new PageLinks(request, lang, path));
  }

  private static boolean isReading(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith(UPLOADS)
        || path.matches("/(health|metrics|openapi)(/.*)?");
  }

  private static boolean isFile(String path) {
    return path.startsWith("/static/")
        || path.startsWith("/media/")
        || path.startsWith("/share/")
        || path.startsWith("/sitemap/")
        || path.startsWith("/jakarta.faces.resource/")
        || path.equals("/favicon.ico")
        || path.equals("/robots.txt");
  }

  private static String query(HttpServletRequest request) {
    return request.getQueryString() == null ? "" : "?" + request.getQueryString();
  }

  /** Who reads on in another language than the browser's finds it again at the front door. */
  private static void rememberLang(
      HttpServletRequest request, HttpServletResponse response, Lang lang) {
    if (preferred(request) == lang) {
      return;
    }
    Cookie cookie = new Cookie(LANG_COOKIE, lang.code());
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  private static Lang preferred(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(LANG_COOKIE) && Lang.of(cookie.getValue()).isPresent()) {
        return Lang.of(cookie.getValue()).get();
      }
    }
    return Lang.accepted(request.getHeader("Accept-Language"));
  }
}
