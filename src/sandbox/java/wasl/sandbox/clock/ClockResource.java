package wasl.sandbox.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import wasl.sandbox.ProgressLines;
import wasl.shared.rest.Control;

/** {@code ./wasl clock +P30D}. */
@Control
@Path("control/clock")
@ApplicationScoped
public class ClockResource {

  @Inject private StepClock stepClock;

  /** Steps the clock by an ISO 8601 period or duration; streams a line for each step. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_PLAIN)
  public void step(JsonObject wish, @Context HttpServletResponse response) throws IOException {
    Duration by = duration(wish.getString("by"));
    ProgressLines.send(
        response,
        lines -> {
          stepClock.by(by, lines);
          lines.accept("idle");
        });
  }

  private static Duration duration(String text) {
    String iso = text.startsWith("+") ? text.substring(1) : text;
    try {
      Duration by =
          iso.contains("T") ? Duration.parse(iso) : Duration.ofDays(days(Period.parse(iso)));
      if (by.isNegative()) {
        throw new BadRequestException("the clock never goes back");
      }
      return by;
    } catch (DateTimeException malformed) {
      throw new BadRequestException("write a duration such as P30D or PT6H", malformed);
    }
  }

  private static long days(Period period) {
    return period.toTotalMonths() * 30 + period.getDays();
  }
}
