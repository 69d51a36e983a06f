package wasl.party.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where somebody wanted to go before signing in. Only pages of our own: a path without a host, to
 * which the language is put in front.
 */
final class WayOn {

  private static final int MOST = 2_000;

  private WayOn() {}

  /** The path if it is one of ours, else the home page. */
  static String safe(String next) {
    boolean ours =
        next != null
            && next.length() <= MOST
            && next.startsWith("/")
            && !next.startsWith("//")
            && !next.contains("\\")
            && next.chars().noneMatch(Character::isISOControl);
    return ours ? next : "/";
  }

  /** A query's value. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
