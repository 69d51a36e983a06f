package wasl.shared.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

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
  private static final Map<String, Content> CONTENTS = new ConcurrentHashMap<>();

  /** The address of a file in {@code webapp/resources}, without the context path. */
  static String addressOf(ServletContext context, String file) {
    return PREFIX.computeIfAbsent(FOLDER, folder -> "/static/" + hash(context, folder) + "/")
        + file;
  }

  /** A file as it is sent: its bytes, and the same compressed where that is worth the while. */
  private record Content(String type, byte[] plain, byte[] zipped) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    int slash = path == null ? -1 : path.indexOf('/', 1);
    String file = slash < 0 ? "" : path.substring(slash + 1);
    Content content = contentOf(file);
    if (content == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String accepted = request.getHeader("Accept-Encoding");
    boolean zip = content.zipped() != null && accepted != null && accepted.contains("gzip");
    if (content.zipped() != null) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (zip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] bytes = zip ? content.zipped() : content.plain();
    response.setContentType(content.type());
    response.setContentLength(bytes.length);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.getOutputStream().write(bytes);
  }

  /** The file's content, read once: the whole folder is a few hundred kilobytes. */
  private Content contentOf(String file) throws IOException {
    Content known = CONTENTS.get(file);
    String type = getServletContext().getMimeType(file);
    if (known != null || file.contains("..") || type == null) {
      return known;
    }
    try (InputStream in = getServletContext().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        return null;
      }
      byte[] plain = in.readAllBytes();
      boolean text =
          type.startsWith("text/") || type.contains("svg") || type.contains("javascript");
      Content content =
          text
              ? new Content(type + ";charset=UTF-8", plain, zip(plain))
              : new Content(type, plain, null);
      CONTENTS.put(file, content);
      return content;
    }
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
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
