package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import wasl.shared.rest.Control;

/** Called once by {@code ./wasl run} on an empty data folder. */
@Control
@Path("control/demo")
@ApplicationScoped
public class DemoResource {

  @Inject private DemoStory story;

  /** Makes the demo's data where there is nobody yet; streams a line for each chapter. */
  @POST
  @Produces(MediaType.TEXT_PLAIN)
  public StreamingOutput tell() {
    return out -> {
      PrintWriter lines = new PrintWriter(out, true, StandardCharsets.UTF_8);
      story.tell(lines::println);
      lines.println("done");
      lines.flush();
    };
  }
}
