package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Requests with files that are larger than any page takes. The container would drop them without a
 * word; here they are read away, so that the browser listens, and the form says why.
 */
final class Uploads {

  private static final long MEGABYTE = 1024L * 1024L;

  /** As many files as one form takes, of the largest size. */
  private static final long MOST = 120 * MEGABYTE;

  /** More than this is not even read away: the connection ends. */
  private static final long READ_AWAY = 600 * MEGABYTE;

  private Uploads() {}

  /** Whether files may come with the request. */
  static boolean in(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  static boolean tooLarge(HttpServletRequest request) {
    return in(request) && request.getContentLengthLong() > MOST;
  }

  static void readAway(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    byte[] some = new byte[64 * 1024];
    long left = READ_AWAY;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = in.read(some);
      left -= Math.max(read, 0);
    }
  }

  static void tell(HttpServletRequest request, HttpServletResponse response) {
    PageMessages.carry(
        response,
        "stop",
        "shared.error.uploadTotal",
        "size",
        request.getContentLengthLong() / MEGABYTE,
        "max",
        MOST / MEGABYTE);
  }
}
