package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/**
 * {@code /v1/topups}: money that the account's holder sends from a bank. Here it arrives at once,
 * and is paid out with the rest.
 */
final class Topups implements Routes.Family {

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/topups", this::create)
        .get("/v1/topups", (r, c) -> new Listing(r, c, Kind.TOPUP, "status").page(r.path()))
        .get("/v1/topups/{id}", (request, change) -> change.load(Kind.TOPUP, request.id()));
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    params.required("amount");
    long amount = params.number("amount");
    if (amount < 1) {
      throw ApiError.invalid("This value must be greater than or equal to 1.", "amount");
    }
    JsonObject topup =
        change.create(
            Kind.TOPUP,
            "amount",
            amount,
            "balance_transaction",
            null,
            "currency",
            Amounts.currency(params),
            "description",
            params.text("description"),
            "expected_availability_date",
            change.now(),
            "failure_code",
            null,
            "failure_message",
            null,
            "metadata",
            Metadata.from(params),
            "source",
            null,
            "statement_descriptor",
            params.text("statement_descriptor"),
            "status",
            "succeeded",
            "transfer_group",
            null);
    Json.with(topup, "balance_transaction", Balance.toppedUp(change, topup).get("id"));
    change.event("topup.created", topup);
    change.event("topup.succeeded", topup);
    return topup;
  }
}
