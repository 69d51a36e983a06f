package wasl.ledger.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.ledger.VerifyLedger;
import wasl.shared.rest.Control;

/** {@code ./wasl verify}: a line for each promise; 409 where one is broken. */
@Control
@Path("control/verify")
@ApplicationScoped
public class VerifyControl {

  @Inject private VerifyLedger verifyLedger;

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response verify() {
    VerifyLedger.Verdict verdict = verifyLedger.handle();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d journals, %d entries, %d accounts%n"
            .formatted(verdict.journals(), verdict.entries(), verdict.accounts()));
    for (VerifyLedger.Finding finding : verdict.findings()) {
      text.append(finding.fault() == null ? "holds   " : "BROKEN  ").append(finding.promise());
      text.append(finding.fault() == null ? "" : ": " + finding.fault()).append('\n');
    }
    verdict.tasks().forEach(task -> text.append("task    ").append(task).append('\n'));
    verdict
        .firstFault()
        .ifPresent(
            fault -> text.append("The first fault is ").append(fault.promise()).append(".\n"));
    return Response.status(verdict.firstFault().isPresent() ? 409 : 200)
        .entity(text.toString())
        .build();
  }
}
