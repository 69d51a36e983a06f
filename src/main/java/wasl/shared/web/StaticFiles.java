package wasl.shared.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves {@code /static/<hash>/<file>} from {@code webapp/resources}. The hash is the whole
 * folder's, so a browser may keep the file for ever, and a relative address inside a style sheet is
 * the same one that the page preloads. The hash is of use to the address only and not compared.
 */
@WebServlet(urlPatterns = "/static/*")
public class StaticFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/resources/";
  private static final Map<String, String> PREFIX = new ConcurrentHashMap<>();

  /** The address of a file in {@code webapp/resources}, without the context path. */
  static String addressOf(ServletContext context, String file) {
    return PREFIX.computeIfAbsent(FOLDER, folder -> "/static/" + hash(context, folder) + "/")
        + file;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    int slash = path == null ? -1 : path.indexOf('/', 1);
    String file = slash < 0 ? "" : path.substring(slash + 1);
    String type = getServletContext().getMimeType(file);
    if (file.contains("..") || type == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream in = getServletContext().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      byte[] bytes = in.readAllBytes();
      response.setContentType(
          type.startsWith("text/") || type.contains("svg") ? type + ";charset=UTF-8" : type);
      response.setContentLength(bytes.length);
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      response.getOutputStream().write(bytes);
    }
  }

  private static String hash(ServletContext context, String folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      addAll(context, folder, digest);
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      throw new IllegalStateException(folder, unreadable);
    }
  }

  private static void addAll(ServletContext context, String folder, MessageDigest digest)
      throws IOException {
    for (String path : new TreeSet<>(context.getResourcePaths(folder))) {
      if (path.endsWith("/")) {
        addAll(context, path, digest);
        continue;
      }
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = context.getResourceAsStream(path)) {
        digest.update(in.readAllBytes());
      }
    }
  }
}
