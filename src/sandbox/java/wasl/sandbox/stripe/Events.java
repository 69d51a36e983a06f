package wasl.sandbox.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** {@code /v1/events}: what was or will be told to the webhook endpoint. */
final class Events implements Routes.Family, Happenings.Family {
  private final World world;

  Events(World world) {
    this.world = world;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/events", this::list).get("/v1/events/{id}", this::get);
  }

  /** Forgets delivered events after 30 days, as Stripe does. */
  @Override
  public void addTo(Happenings happenings) {
    happenings.everyMidnight(
        "events.forget",
        (change, nothing) -> {
          long until = change.now() - Duration.ofDays(30).toSeconds();
          for (String id : change.store().ids(Kind.EVENT).values()) {
            if (change.store().entry(id).created() >= until) {
              break; // in order of creation: the rest is younger
            }
            if (!world.isUndelivered(id)) {
              change.remove(id);
            }
          }
        });
  }

  private JsonObject list(ApiRequest request, Change change) {
    Params params = request.params();
    Listing listing = new Listing(request, change, Kind.EVENT, "type");
    if (params.has("delivery_success")) {
      boolean delivered = params.flag("delivery_success");
      listing.onlyIf(id -> delivered != world.isUndelivered(id));
    }
    Set<String> types = new HashSet<>(params.list("types"));
    if (!types.isEmpty()) {
      listing.onlyIf(id -> types.contains(Json.text(change.peek(id), "type")));
    }
    JsonObject page = listing.page(request.path());
    for (JsonElement event : page.getAsJsonArray("data")) {
      pending(event.getAsJsonObject());
    }
    return page;
  }

  private JsonObject get(ApiRequest request, Change change) {
    return pending(change.load(Kind.EVENT, request.id()).deepCopy());
  }

  /** The event with the number of endpoints that still wait for it. */
  JsonObject pending(JsonObject event) {
    int waiting = world.isUndelivered(Json.text(event, "id")) ? 1 : 0;
    return Json.with(event, "pending_webhooks", waiting);
  }
}
