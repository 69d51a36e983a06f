package wasl.ledger.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import wasl.ledger.ExportLedger;
import wasl.ledger.JournalFilter;
import wasl.ledger.JournalId;
import wasl.ledger.LedgerExport;
import wasl.ledger.LedgerField;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.ledger.StatementQueries;
import wasl.shared.Access;
import wasl.shared.Refused;
import wasl.shared.rest.PageJson;
import wasl.shared.rest.Query;

/** The journals, for finance officers and auditors. */
@Path("v1/ledger")
@Tag(name = "ledger")
@ApplicationScoped
public class JournalsResource {

  @Inject private Access access;
  @Inject private LedgerQueries queries;
  @Inject private StatementQueries statements;
  @Inject private ExportLedger exportLedger;

  @GET
  @Path("journals")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Journals, newest first")
  public PageJson<JournalJson> journals(
      @QueryParam("pledge") String pledge,
      @QueryParam("listing") String listing,
      @Parameter(description = "KIND:CURRENCY or KIND:CURRENCY:OWNER") @QueryParam("account")
          String account,
      @QueryParam("type") String type,
      @Parameter(description = "booked on or after: a day in Baghdad, or an instant")
          @QueryParam("from")
          String from,
      @Parameter(description = "booked on or before a day in Baghdad, or before an instant")
          @QueryParam("to")
          String to,
      @Parameter(description = "from 0") @QueryParam("page") String page,
      @Parameter(description = "1 to 100, usually 20") @QueryParam("size") String size) {
    access.require("READ_LEDGER");
    JournalFilter filter = JournalFilter.parse(pledge, listing, account, type, from, to);
    return PageJson.of(queries.journals(filter, Query.page(page, size)), JournalJson::of);
  }

  @GET
  @Path("journals/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One journal")
  public JournalJson journal(@PathParam("id") String id) {
    access.require("READ_LEDGER");
    return JournalId.parse(id)
        .flatMap(queries::journal)
        .map(JournalJson::of)
        .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
  }

  @GET
  @Path("accounts/{account}/statement")
  @Operation(
      summary = "The statement of an account as CSV, from its opening to its closing balance")
  public Response statement(
      @Parameter(description = "KIND:CURRENCY or KIND:CURRENCY:OWNER") @PathParam("account")
          String account,
      @Parameter(description = "from this day in Baghdad") @QueryParam("from") String from,
      @Parameter(description = "up to this day in Baghdad, included") @QueryParam("to") String to,
      @Parameter(description = "by which date days count: booked or effective")
          @QueryParam("by")
          @DefaultValue("booked")
          String by) {
    access.require("READ_LEDGER");
    StatementQueries.Wanted wanted = StatementQueries.Wanted.parse(account, by, from, to);
    StreamingOutput body = out -> statements.write(wanted, out);
    return Response.ok(body, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"wasl-statement.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("export")
  @Operation(summary = "The whole ledger as csv, jsonl or hledger")
  public Response export(@QueryParam("as") @DefaultValue("csv") String as) {
    access.require("READ_LEDGER");
    return export(exportLedger, as);
  }

  static Response export(ExportLedger exportLedger, String as) {
    LedgerExport form =
        LedgerExport.of(as)
            .orElseThrow(() -> new Refused(new LedgerRefused.InvalidFilter(LedgerField.AS)));
    StreamingOutput body = out -> exportLedger.handle(form, out);
    return Response.ok(body, form.mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
