package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** {@code /v1/charges}: made by payment intents only. */
final class Charges implements Routes.Family {

  @Override
  public void addTo(Routes routes) {
    routes
        .get("/v1/charges", this::list)
        .get("/v1/charges/{id}", (request, change) -> change.load(Kind.CHARGE, request.id()))
        .post("/v1/charges/{id}", this::update);
  }

  private JsonObject list(ApiRequest request, Change change) {
    return new Listing(request, change, Kind.CHARGE, "payment_intent", "customer")
        .page(request.path());
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject charge = change.load(Kind.CHARGE, request.id());
    Metadata.merge(charge.getAsJsonObject("metadata"), request.params());
    if (request.params().has("description")) {
      Json.with(charge, "description", request.params().text("description"));
    }
    change.event("charge.updated", charge);
    return charge;
  }
}
