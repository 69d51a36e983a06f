package wasl.vetting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import wasl.listing.Section;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.rest.JsonLists;
import wasl.shared.rest.PageJson;
import wasl.shared.rest.Query;
import wasl.vetting.AskForChanges;
import wasl.vetting.CaseRow;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingQueries.QueueFilter;
import wasl.vetting.VettingRefused;

/** Cases for reviewers of their institution, until they decide: one resource an action. */
@Path("v1/cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CasesResource {
  @Inject private VettingQueries queries;
  @Inject private OpenCase openCase;
  @Inject private AskForChanges askForChanges;
  @Inject private CaseAnswers answers;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  /** What a reviewer declares before the file opens. */
  public record OpeningJson(Interest interest, String reason) {}

  /** What to change, section by section. */
  public record ChangeRequestsJson(List<ChangeRequestJson> requests) {}

  /** One section and what to change there. */
  public record ChangeRequestJson(Section section, String message) {}

  /** The queue of the own institution; an auditor sees all. */
  @GET
  @Operation(summary = "The queue: part is NEW, REVIEW, CONFIRM, OVERDUE, DECIDED or ALL")
  public PageJson<CaseJson> queue(
      @QueryParam("part") String part,
      @Parameter(description = "from 0") @QueryParam("page") String page,
      @Parameter(description = "1 to 100, usually 20") @QueryParam("size") String size,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    QueueFilter wanted = Query.constant(QueueFilter.class, "part", part).orElse(QueueFilter.ALL);
    Page<CaseRow> rows =
        queries.queue(actor.get(), wanted, Query.page(page, size), clock.instant());
    Lang lang = Lang.accepted(accepted);
    return PageJson.of(rows, row -> CaseJson.of(row, lang));
  }

  /** One case; the file itself only after the declaration of interest. */
  @GET
  @Path("{id}")
  @Operation(summary = "One case, with its file once no interest was declared")
  public CaseJson get(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Declares interest, NONE or RECUSED, and opens the file. */
  @POST
  @Path("{id}/opening")
  @Operation(summary = "Declare interest (NONE or RECUSED) and open the file")
  public CaseJson open(
      @PathParam("id") String id,
      OpeningJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    openCase.handle(
        new OpenCase.Command(
            actor.get(),
            CaseAnswers.id(id),
            body == null ? null : body.interest(),
            body == null ? null : body.reason()));
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Saves ticks and scores. */
  @PUT
  @Path("{id}/review")
  @Operation(summary = "Save ticks and scores; what is left out stays")
  public CaseJson review(
      @PathParam("id") String id,
      ReviewJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    answers.save(CaseAnswers.id(id), body == null ? new ReviewJson(null, null) : body);
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Asks the entrepreneur for changes. */
  @POST
  @Path("{id}/change-requests")
  @Operation(summary = "Ask the entrepreneur for changes, section by section")
  public CaseJson askForChanges(
      @PathParam("id") String id,
      ChangeRequestsJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Map<Section, String> messages = new EnumMap<>(Section.class);
    for (ChangeRequestJson each : JsonLists.of(body == null ? null : body.requests())) {
      if (each.section() == null) {
        throw new Refused(new VettingRefused.SectionsMissing());
      }
      messages.merge(
          each.section(),
          Objects.requireNonNullElse(each.message(), ""),
          (first, more) -> first + "\n" + more);
    }
    askForChanges.handle(new AskForChanges.Command(actor.get(), CaseAnswers.id(id), messages));
    return answers.of(CaseAnswers.id(id), accepted);
  }
}
