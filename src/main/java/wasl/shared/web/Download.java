package wasl.shared.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A file as the answer of a page's address, so that it goes through the same doors as pages. */
public final class Download {

  private Download() {}

  /** A PDF that the browser shows itself. */
  public static void pdf(String name, byte[] content) {
    send("inline", name, "application/pdf", content);
  }

  /** A table for spreadsheets. */
  public static void csv(String name, byte[] content) {
    send("attachment", name, "text/csv; charset=UTF-8", content);
  }

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** A file of any size and type, written as it is made. */
  public static void stream(String name, String type, Content content) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext answer = head("attachment", name, type);
    try {
      content.to(answer.getResponseOutputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }

  /**
   * Answers with the file; what would have been the page is not written.
   *
   * @param name of ASCII letters, digits, hyphens and dots
   */
  private static void send(String how, String name, String type, byte[] content) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext answer = head(how, name, type);
    answer.setResponseContentLength(content.length);
    try {
      answer.getResponseOutputStream().write(content);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }

  private static ExternalContext head(String how, String name, String type) {
    ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
    answer.responseReset();
    answer.setResponseContentType(type);
    answer.setResponseHeader("Content-Disposition", how + "; filename=\"" + name + "\"");
    answer.setResponseHeader("Cache-Control", "private, no-store");
    answer.setResponseHeader("X-Content-Type-Options", "nosniff");
    answer.setResponseHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    return answer;
  }
}
