package wasl.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Everything under {@code /api}; resources for programs begin with {@code v1}. */
@ApplicationPath("/api")
@OpenAPIDefinition(info = @Info(title = "Wasl", version = "1"))
public class Api extends Application {}
