package wasl.ledger.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.ledger.ExportLedger;
import wasl.shared.rest.Control;

/** {@code ./wasl export ledger --as csv|jsonl|hledger}. */
@Control
@Path("control/ledger")
@ApplicationScoped
public class LedgerExportControl {

  @Inject private ExportLedger exportLedger;

  @GET
  @Operation(hidden = true)
  public Response export(@QueryParam("as") @DefaultValue("csv") String as) {
    return JournalsResource.export(exportLedger, as);
  }
}
