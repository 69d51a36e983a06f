package wasl.party.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import wasl.party.Actor;
import wasl.party.Actors;
import wasl.party.CurrentActor;
import wasl.party.Role;
import wasl.shared.Lang;

/**
 * Finds out at each request who makes it: pages by the session, programs by a bearer token (RFC
 * 6750). The REST interface never looks at the session, so that no foreign page can use it.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  @Inject private Actors actors;
  @Inject private CurrentActor current;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<Actors.Known> known = known(request);
    if (known.isEmpty()) {
      current.become(Actor.visitor(language(request)), "");
      return context.doNothing();
    }
    Actor actor = known.get().actor();
    current.become(actor, known.get().name());
    return context.notifyContainerAboutLogin(
        actor.party().toString(),
        actor.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Sessions.close(request);
    context.cleanClientSubject();
  }

  private Optional<Actors.Known> known(HttpServletRequest request) {
    if (!path(request).startsWith("/api/")) {
      return Sessions.read(request, actors);
    }
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? actors.byToken(header.substring(BEARER.length()).trim())
        : Optional.empty();
  }

  /** A visitor reads in the page's language, or in the one that the browser asks for. */
  private static Lang language(HttpServletRequest request) {
    String[] parts = path(request).split("/", 3);
    return Lang.of(parts.length > 1 ? parts[1] : "")
        .orElseGet(() -> Lang.accepted(request.getHeader("Accept-Language")));
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
