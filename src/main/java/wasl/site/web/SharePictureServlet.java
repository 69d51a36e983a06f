package wasl.site.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.shared.Lang;

/**
 * Serves {@code /share/<listing>/<lang>.jpg} and {@code /share/site/<lang>.jpg}: what chats and
 * networks show beside a link. Never of a listing that is not public.
 */
@WebServlet(urlPatterns = "/share/*")
public class SharePictureServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient SharePictures pictures;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SharePictures.Shared> found = find(String.valueOf(request.getPathInfo()).split("/"));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = '"' + found.get().version() + '"';
    response.setHeader("Cache-Control", "public, max-age=86400");
    response.setHeader("ETag", tag);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("image/jpeg");
    response.setContentLength(found.get().jpeg().length);
    response.getOutputStream().write(found.get().jpeg());
  }

  private Optional<SharePictures.Shared> find(String[] parts) {
    if (parts.length != 3 || !parts[2].endsWith(".jpg")) {
      return Optional.empty();
    }
    Optional<Lang> lang = Lang.of(parts[2].substring(0, parts[2].length() - 4));
    if (lang.isEmpty()) {
      return Optional.empty();
    }
    return parts[1].equals("site")
        ? Optional.of(pictures.site(lang.get()))
        : ListingId.parse(parts[1]).flatMap(id -> pictures.of(id, lang.get()));
  }
}
