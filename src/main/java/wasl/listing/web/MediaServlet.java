package wasl.listing.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wasl.listing.ListingReaders;
import wasl.listing.Media;
import wasl.party.CurrentActor;
import wasl.shared.Ids;

/**
 * Serves {@code /media/<id>/<size>}. What stands under an address never changes, so browsers keep
 * it for ever; before publication only the owner and those who work on the listing see it, nothing
 * in between keeps it, and the browser asks again each time.
 */
@WebServlet(urlPatterns = "/media/*")
public class MediaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Media media;
  @Inject private transient ListingReaders readers;
  @Inject private transient CurrentActor actor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] parts = String.valueOf(request.getPathInfo()).split("/");
    Optional<Media.File> found =
        parts.length == 3
            ? Ids.parse(parts[1]).flatMap(id -> media.file(id, parts[2]))
            : Optional.empty();
    if (found.isEmpty() || !visible(found.get())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Media.File file = found.get();
    String tag = '"' + parts[1] + '-' + parts[2] + '"';
    response.setHeader(
        "Cache-Control",
        file.published() ? "public, max-age=31536000, immutable" : "private, no-cache");
    response.setHeader("ETag", tag);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Nothing that an uploaded document contains may run as a page of ours.
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    response.setContentLength(file.content().length);
    if (file.type().equals("application/pdf")) {
      String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
      response.setHeader("Content-Disposition", "inline; filename*=UTF-8''" + name);
    }
    response.getOutputStream().write(file.content());
  }

  private boolean visible(Media.File file) {
    return file.published() || readers.allow(actor.get(), file.listing());
  }
}
