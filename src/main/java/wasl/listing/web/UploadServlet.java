package wasl.listing.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wasl.listing.BeginUpload;
import wasl.listing.DropUpload;
import wasl.listing.ListingId;
import wasl.listing.ListingRefused;
import wasl.listing.Media;
import wasl.listing.PartialFiles;
import wasl.listing.TakeUploadPart;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.RefusalTexts;
import wasl.shared.Refused;

/**
 * Files in parts, for the script of the step about pictures and documents. {@code POST
 * /upload/<listing>?kind&mark&name&size} begins or finds one, {@code PUT /upload/<listing>/<id>?at}
 * brings the next part. These answers are {@code {"id", "here", "size", "done"}}; a part at another
 * place than where the file ends is answered 409 with the same. {@code DELETE
 * /upload/<listing>/<id>} gives one up and is answered {@code {"done"}}: true where it came too
 * late for that. A refusal is {@code {"code", "text"}} in the language {@code ?lang}.
 */
@WebServlet(urlPatterns = "/upload/*")
public class UploadServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_MARK = 80;

  @Inject private transient BeginUpload beginUpload;
  @Inject private transient TakeUploadPart takeUploadPart;
  @Inject private transient DropUpload dropUpload;
  @Inject private transient CurrentActor actor;

  private interface Work {
    JsonObjectBuilder work() throws IOException;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        () ->
            json(
                beginUpload.handle(
                    new BeginUpload.Command(
                        actor.get(),
                        listing(request),
                        Optional.ofNullable(
                                Typed.constant(Media.Kind.class, request.getParameter("kind")))
                            .orElseThrow(UploadServlet::unknown),
                        mark(request.getParameter("mark")),
                        request.getParameter("name"),
                        number(request.getParameter("size"))))));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        request,
        response,
        () -> Json.createObjectBuilder().add("done", drop(listing(request), upload(request))));
  }

  private boolean drop(ListingId listing, long upload) {
    return dropUpload.handle(new DropUpload.Command(actor.get(), listing, upload));
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long at = number(request.getParameter("at"));
    byte[] part;
    try (InputStream in = request.getInputStream()) {
      part = in.readNBytes(PartialFiles.PART_BYTES + 1);
    }
    if (part.length > PartialFiles.PART_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    answer(
        request,
        response,
        () -> {
          PartialFiles.View now = take(request, (int) at, part);
          if (!now.done() && now.here() != at + part.length) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
          }
          return json(now);
        });
  }

  private PartialFiles.View take(HttpServletRequest request, int at, byte[] part) {
    try {
      return takeUploadPart.handle(
          new TakeUploadPart.Command(actor.get(), listing(request), upload(request), at, part));
    } catch (Refused refused) {
      if (!(refused.refusal() instanceof ListingRefused.NotFound)) {
        // What was refused once will be again: nothing of it needs to lie here.
        drop(listing(request), upload(request));
      }
      throw refused;
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response, Work work)
      throws IOException {
    JsonObjectBuilder json;
    try {
      json = work.work();
    } catch (Refused refused) {
      Refusal refusal = refused.refusal();
      Lang lang = Lang.of(request.getParameter("lang")).orElse(Lang.FIRST);
      response.setStatus(refusal.status());
      json =
          Json.createObjectBuilder()
              .add("code", refusal.code())
              .add("text", RefusalTexts.of(refusal, lang));
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json");
    response.getOutputStream().write(json.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObjectBuilder json(PartialFiles.View now) {
    return Json.createObjectBuilder()
        .add("id", Ids.text(now.id()))
        .add("here", now.here())
        .add("size", now.size())
        .add("done", now.done());
  }

  private static ListingId listing(HttpServletRequest request) {
    return ListingId.parse(part(request, 1)).orElseThrow(UploadServlet::unknown);
  }

  private static long upload(HttpServletRequest request) {
    return Ids.parse(part(request, 2)).orElseThrow(UploadServlet::unknown);
  }

  private static String part(HttpServletRequest request, int index) {
    String[] parts = String.valueOf(request.getPathInfo()).split("/");
    return parts.length > index ? parts[index] : "";
  }

  private static Refused unknown() {
    return new Refused(new ListingRefused.NotFound());
  }

  /** A name of few and harmless letters. */
  private static String mark(String typed) {
    return typed != null && typed.matches("[A-Za-z0-9-]{1," + LONGEST_MARK + "}")
        ? typed
        : Ids.text(Ids.next());
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
  }
}
