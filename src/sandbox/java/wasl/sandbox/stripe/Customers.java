package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/customers}. */
final class Customers implements Routes.Family {
  private static final List<String> TEXTS = List.of("description", "email", "name", "phone");

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/customers", this::create)
        .get("/v1/customers", (r, c) -> new Listing(r, c, Kind.CUSTOMER, "email").page(r.path()))
        .get("/v1/customers/{id}", (r, c) -> c.load(Kind.CUSTOMER, r.id()))
        .post("/v1/customers/{id}", this::update)
        .delete("/v1/customers/{id}", this::delete)
        .get("/v1/customers/{id}/payment_methods", this::paymentMethods);
  }

  private JsonObject create(ApiRequest request, Change change) {
    JsonObject customer =
        change.create(
            Kind.CUSTOMER,
            "address",
            null,
            "balance",
            0,
            "currency",
            null,
            "default_source",
            null,
            "delinquent",
            false,
            "description",
            null,
            "email",
            null,
            "invoice_prefix",
            Ids.random(8).toUpperCase(java.util.Locale.ROOT),
            "invoice_settings",
            Json.object("default_payment_method", null),
            "metadata",
            new JsonObject(),
            "name",
            null,
            "phone",
            null,
            "preferred_locales",
            new JsonArray(),
            "shipping",
            null,
            "tax_exempt",
            "none",
            "test_clock",
            null);
    write(customer, request.params());
    change.event("customer.created", customer);
    return customer;
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject customer = change.load(Kind.CUSTOMER, request.id());
    write(customer, request.params());
    change.event("customer.updated", customer);
    return customer;
  }

  private static void write(JsonObject customer, Params params) {
    for (String field : TEXTS) {
      if (params.has(field)) {
        Json.with(customer, field, params.text(field));
      }
    }
    Metadata.merge(customer.getAsJsonObject("metadata"), params);
    List<String> locales = params.list("preferred_locales");
    if (!locales.isEmpty()) {
      customer.add("preferred_locales", Json.array(locales.toArray()));
    }
    params.accept("address", "tax_exempt", "test_clock");
  }

  /** Forgets the customer; its cards go with it and can never be charged again. */
  private JsonObject delete(ApiRequest request, Change change) {
    JsonObject customer = change.load(Kind.CUSTOMER, request.id());
    for (String id :
        List.copyOf(change.ids(Kind.PAYMENT_METHOD, "customer", request.id()).values())) {
      PaymentMethods.detach(change, change.load(Kind.PAYMENT_METHOD, id));
    }
    change.remove(request.id());
    change.event("customer.deleted", customer);
    return Json.object("id", request.id(), "object", "customer", "deleted", true);
  }

  private JsonObject paymentMethods(ApiRequest request, Change change) {
    change.load(Kind.CUSTOMER, request.id());
    return new Listing(request, change, Kind.PAYMENT_METHOD, "type")
        .where("customer", request.id())
        .page(request.path());
  }
}
