package wasl.shared.web;

import jakarta.resource.spi.ResourceAllocationException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.RefusalTexts;
import wasl.shared.Refused;

/** The friendly page for what went wrong. */
enum ErrorPage {
  MISSING(404, "/shared/missing.xhtml"),
  DENIED(403, "/shared/denied.xhtml"),
  REFUSED(422, "/shared/error.xhtml"),
  UNAVAILABLE(503, "/shared/unavailable.xhtml"),
  FAULT(500, "/shared/error.xhtml");

  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

  private final int status;
  private final String view;

  ErrorPage(int status, String view) {
    this.status = status;
    this.view = view;
  }

  int status() {
    return status;
  }

  String view() {
    return view;
  }

  /** The page for a failure; a technical fault is logged with the reference that the page shows. */
  static ErrorPage of(Throwable failed, HttpServletRequest request) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        int status = refused.refusal().status();
        if (status == 404) {
          return MISSING;
        }
        request.setAttribute(
            "problem", RefusalTexts.of(refused.refusal(), (Lang) request.getAttribute("lang")));
        return status == 403 ? DENIED : REFUSED;
      }
      if (saysThatTheDatabaseIsAway(cause)) {
        return UNAVAILABLE;
      }
    }
    String reference = Ids.text(Ids.next());
    request.setAttribute("reference", reference);
    LOG.log(Level.SEVERE, failed, () -> "fault " + reference + " at " + request.getRequestURI());
    return FAULT;
  }

  /** A connection that broke, or one that the pool could not make. */
  private static boolean saysThatTheDatabaseIsAway(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLRecoverableException
        || cause instanceof ResourceAllocationException;
  }
}
