package wasl.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps a servlet's error from the container, whose page for it is English and bare, where there is
 * a page of ours.
 */
final class OwnErrors extends HttpServletResponseWrapper {

  private ErrorPage page;

  OwnErrors(HttpServletResponse response) {
    super(response);
  }

  /** The page for what went wrong; nothing while all is well. */
  Optional<ErrorPage> page() {
    return Optional.ofNullable(page);
  }

  @Override
  public void sendError(int status) throws IOException {
    sendError(status, null);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    Optional<ErrorPage> own =
        Arrays.stream(ErrorPage.values())
            .filter(it -> it.status() == status && it.speaksForItself())
            .findFirst();
    if (own.isPresent() && !isCommitted()) {
      resetBuffer();
      page = own.get();
    } else {
      super.sendError(status, message);
    }
  }
}
