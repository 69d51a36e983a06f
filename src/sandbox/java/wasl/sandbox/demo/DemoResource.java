package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import wasl.sandbox.ProgressLines;
import wasl.shared.rest.Control;

/** Called once by {@code ./wasl run} on an empty data folder. */
@Control
@Path("control/demo")
@ApplicationScoped
public class DemoResource {

  @Inject private DemoStory story;

  /**
   * Makes the demo's data where there is nobody yet; streams a line for each chapter, and {@code
   * done} last where the data are whole.
   */
  @POST
  @Produces(MediaType.TEXT_PLAIN)
  public void tell(@Context HttpServletResponse response) throws IOException {
    ProgressLines.send(
        response,
        lines -> {
          if (story.tell(lines)) {
            lines.accept("done");
          }
        });
  }
}
