package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.DatabaseAway;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.RefusalTexts;
import wasl.shared.Refused;

/** The friendly page for what went wrong. */
enum ErrorPage {
  MISSING(404, "/shared/missing.xhtml"),
  /** The address may be there, but not for this HTTP method. */
  METHOD(405, "/shared/missing.xhtml"),
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

  /** Whether its words need nothing that only a failure knows. */
  boolean speaksForItself() {
    return this != REFUSED && this != FAULT;
  }

  /**
   * The page for a failure; a technical fault is logged with the reference that the page shows. Not
   * with the request's address, which may hold a secret: a link from a mail.
   */
  static ErrorPage of(Throwable failed, HttpServletRequest request, String view) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        request.setAttribute(
            "problem", RefusalTexts.of(refused.refusal(), (Lang) request.getAttribute("lang")));
        return switch (refused.refusal().status()) {
          case 403 -> DENIED;
          case 404 -> MISSING;
          default -> REFUSED;
        };
      }
      if (DatabaseAway.isSaidBy(cause)) {
        return UNAVAILABLE;
      }
    }
    String reference = Ids.text(Ids.next());
    request.setAttribute("reference", reference);
    LOG.log(Level.SEVERE, failed, () -> "fault " + reference + " at " + view);
    return FAULT;
  }
}
