package wasl.shared.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets a {@link Control} call pass only with the header {@code X-Wasl-Control} equal to {@code
 * WASL_CONTROL_TOKEN}, which the launcher makes at each start. To everybody else the resource is
 * not there.
 */
@Control
@Provider
public class ControlToken implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String given = request.getHeaderString("X-Wasl-Control");
    String expected =
        ConfigProvider.getConfig().getOptionalValue("wasl.control.token", String.class).orElse("");
    if (given == null || expected.length() < 16 || !equal(given, expected)) {
      throw new NotFoundException();
    }
  }

  private static boolean equal(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
