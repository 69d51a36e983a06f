package wasl.party.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import wasl.party.Actors;
import wasl.party.SignIn.SignedIn;

/**
 * What a session keeps: the account's id and the stamp of its password, nothing else. A session
 * ends after half an hour without a request, or twelve hours after signing in.
 */
final class Sessions {

  private static final String PARTY = "wasl.party";
  private static final String STAMP = "wasl.stamp";
  private static final long LONGEST_MILLIS = 12L * 60 * 60 * 1000;

  private Sessions() {}

  /** Begins a new session, never under an id that existed before signing in. */
  static void open(HttpServletRequest request, SignedIn who) {
    close(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(PARTY, who.party().value());
    session.setAttribute(STAMP, who.stamp());
  }

  /** Ends the session, if there is one. */
  static void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Who opened the session. */
  static Optional<Actors.Known> read(HttpServletRequest request, Actors actors) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(PARTY) instanceof Long party)
        || !(session.getAttribute(STAMP) instanceof Integer stamp)) {
      return Optional.empty();
    }
    // Sessions keep real time: the container's, like the session's own.
    if (session.getLastAccessedTime() - session.getCreationTime() > LONGEST_MILLIS) {
      session.invalidate();
      return Optional.empty();
    }
    Optional<Actors.Known> known = actors.bySession(party, stamp);
    if (known.isEmpty()) {
      session.invalidate();
    }
    return known;
  }
}
