package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** {@code /v1/account}: the one account there is. */
final class Accounts implements Routes.Family {

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/account", (request, change) -> account());
  }

  private static JsonObject account() {
    JsonArray banks = new JsonArray();
    for (String currency : Amounts.SETTLED) {
      banks.add(
          Json.object(
              "id",
              "ba_sandbox_" + currency,
              "object",
              "bank_account",
              "account",
              "acct_sandbox",
              "bank_name",
              "STRIPE TEST BANK",
              "country",
              currency.equals("usd") ? "US" : "DE",
              "currency",
              currency,
              "default_for_currency",
              true,
              "last4",
              "6789",
              "metadata",
              new JsonObject(),
              "status",
              "new"));
    }
    return Json.object(
        "id",
        "acct_sandbox",
        "object",
        "account",
        "business_type",
        "company",
        "capabilities",
        Json.object("card_payments", "active", "transfers", "active"),
        "charges_enabled",
        true,
        "country",
        "DE",
        "default_currency",
        "usd",
        "details_submitted",
        true,
        "email",
        null,
        "external_accounts",
        Json.object(
            "object",
            "list",
            "data",
            banks,
            "has_more",
            false,
            "url",
            "/v1/accounts/acct_sandbox/external_accounts"),
        "metadata",
        new JsonObject(),
        "payouts_enabled",
        true,
        "settings",
        Json.object(
            "branding",
            Json.object("icon", null, "logo", null),
            "card_payments",
            Json.object("statement_descriptor_prefix", "WASL"),
            "dashboard",
            Json.object("display_name", "Wasl", "timezone", "Asia/Baghdad"),
            "payments",
            Json.object("statement_descriptor", "WASL")),
        "type",
        "standard");
  }
}
