package wasl.discovery.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.discovery.NodeIndex;
import wasl.shared.rest.Control;

/** {@code ./wasl index}: makes this node's index anew, and says how long it took. */
@Control
@Path("control/search-index")
@ApplicationScoped
public class IndexControl {

  @Inject private NodeIndex index;

  @POST
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String rebuild() {
    NodeIndex.Made made = index.rebuild();
    return String.format(
        Locale.ROOT,
        "Indexed %d listings in %.1f s: %d a second%n",
        made.listings(),
        made.took().toMillis() / 1_000.0,
        made.rate());
  }
}
