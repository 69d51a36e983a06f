package wasl.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.DatabaseAway;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Texts;

/** Makes a problem of every failure; a technical fault gets an id that the log has too. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable failure) {
    Lang lang = Lang.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Problem.of(refused.refusals(), lang);
      }
      if (cause instanceof WebApplicationException http) {
        Response.StatusType status = http.getResponse().getStatusInfo();
        String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.of(status.getStatusCode(), code, detail(status, lang), lang);
      }
      if (DatabaseAway.isSaidBy(cause)) {
        return Problem.of(503, "unavailable", Texts.in(lang).get("shared.error.unavailable"), lang);
      }
      if (cause instanceof jakarta.json.JsonException
          || cause instanceof jakarta.json.bind.JsonbException) {
        return Problem.of(400, "malformed", Texts.in(lang).get("shared.error.malformed"), lang);
      }
    }
    String reference = Ids.text(Ids.next());
    LOG.log(Level.SEVERE, failure, () -> "fault " + reference);
    return Problem.of(500, "fault", Texts.in(lang).of("shared.error.fault", "id", reference), lang);
  }

  private static String detail(Response.StatusType status, Lang lang) {
    return switch (status.getStatusCode()) {
      case 400, 405, 406, 415 -> Texts.in(lang).get("shared.error.malformed");
      case 403 -> Texts.in(lang).get("shared.error.denied");
      case 404 -> Texts.in(lang).get("shared.error.missing");
      case 503 -> Texts.in(lang).get("shared.error.unavailable");
      default -> status.getReasonPhrase();
    };
  }
}
