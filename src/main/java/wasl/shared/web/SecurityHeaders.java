package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import wasl.shared.PublicUrl;

/**
 * What every page tells the browser to refuse, and the check that a form came from our own pages.
 */
final class SecurityHeaders {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none';"
          + " frame-ancestors ";

  private SecurityHeaders() {}

  static void add(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY + "'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cache-Control", "private, no-cache");
  }

  /** Lets pages of our own show this one in a frame. */
  static void allowOwnFrames(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY + "'self'");
  }

  /** Lets the scripts run that carry this nonce, beside our own files. */
  static void allowScripts(HttpServletResponse response, String nonce) {
    response.setHeader(
        "Content-Security-Policy", POLICY + "'none'; script-src 'self' 'nonce-" + nonce + "'");
  }

  /**
   * Whether a POST was sent by one of our own pages. Browsers send {@code Sec-Fetch-Site} or {@code
   * Origin} with every POST (Fetch standard); a request with neither is no browser's.
   */
  static boolean sameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    String host = request.getHeader("Host");
    return origin.equals(PublicUrl.value()) || authority(origin).equals(host);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
