package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The sandbox's answers against Stripe's own description of its API. The description is of version
 * 2023-08-16: fields that are newer are unknown to it and pass, those it requires must be there.
 */
class DescriptionTest {
  private static final Path FILE =
      Path.of(System.getProperty("wasl.shared", "../shared/data"))
          .resolve("stripe/openapi-2023-08-16.json");

  private final List<String> faults = new ArrayList<>();
  private JsonObject schemas;

  @Test
  void answersHaveTheFieldsAndTypesOfStripesDescription() throws Exception {
    assumeTrue(Files.exists(FILE), "Stripe's API description is not at " + FILE);
    schemas =
        Json.parse(Files.readString(FILE)).getAsJsonObject("components").getAsJsonObject("schemas");
    try (Shop shop = Shop.inMemory()) {
      fill(shop);
      for (String list :
          List.of(
              "customers",
              "checkout/sessions",
              "setup_intents",
              "payment_intents",
              "charges",
              "refunds",
              "disputes",
              "payouts",
              "topups",
              "balance_transactions",
              "events")) {
        JsonObject page = get(shop, list + "?limit=100");
        assertThat(page.getAsJsonArray("data")).as(list).isNotEmpty();
        page.getAsJsonArray("data").forEach(object -> check(object.getAsJsonObject()));
      }
      check(get(shop, "account"));
      check(get(shop, "balance"));
      String method = Json.text(first(get(shop, "charges")), "payment_method");
      check(get(shop, "payment_methods/" + method));
    }
    assertThat(faults.stream().distinct()).isEmpty();
  }

  private static void fill(Shop shop) throws Exception {
    var customer = shop.customer();
    var paid = shop.charged(customer, shop.savedCard(customer, "4242424242424242"), 5000);
    shop.stripe
        .v1()
        .refunds()
        .create(
            com.stripe.param.RefundCreateParams.builder()
                .setPaymentIntent(paid.getId())
                .setAmount(100L)
                .build());
    shop.charged(customer, shop.savedCard(customer, "4000000000000259"), 5000);
    String failing = shop.savedCard(customer, "4000000000000341");
    try {
      shop.charged(customer, failing, 5000);
    } catch (com.stripe.exception.CardException expected) {
      assertThat(expected.getStripeError().getType()).isEqualTo("card_error");
    }
    shop.charged(customer, shop.savedCard(customer, "4242424242424242"), 50_000);
    shop.saveCard(customer);
    shop.stripe
        .v1()
        .topups()
        .create(
            com.stripe.param.TopupCreateParams.builder()
                .setAmount(700L)
                .setCurrency("eur")
                .build());
    shop.shiftClock(5 * 24 * 3600);
  }

  private static JsonObject first(JsonObject page) {
    return page.getAsJsonArray("data").get(0).getAsJsonObject();
  }

  private static JsonObject get(Shop shop, String path) throws Exception {
    return Json.parse(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(shop.sandbox.apiBase() + "/v1/" + path))
                    .header("Authorization", "Bearer " + Shop.KEY)
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private void check(JsonObject object) {
    String name = Json.text(object, "object");
    check(name, object, schemas.getAsJsonObject(name));
  }

  private void check(String where, JsonElement value, JsonObject schema) {
    if (value.isJsonNull()) {
      if (!Json.flag(schema, "nullable")) {
        faults.add(where + " is null");
      }
    } else if (schema.has("$ref")) {
      String name = Json.text(schema, "$ref").replaceAll(".*/", "");
      check(where, value, schemas.getAsJsonObject(name));
    } else if (schema.has("anyOf")) {
      checkAny(where, value, schema);
    } else if (schema.has("properties") && value.isJsonObject()) {
      checkFields(where, value.getAsJsonObject(), schema);
    } else if (schema.has("items") && value.isJsonArray()) {
      value
          .getAsJsonArray()
          .forEach(item -> check(where + "[]", item, schema.getAsJsonObject("items")));
    } else if (!hasType(value, Json.text(schema, "type"))) {
      faults.add(where + " is no " + Json.text(schema, "type") + ": " + value);
    } else if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      faults.add(where + " has no such value: " + value);
    }
  }

  private void checkAny(String where, JsonElement value, JsonObject schema) {
    List<String> before = List.copyOf(faults);
    List<String> best = null;
    for (JsonElement choice : schema.getAsJsonArray("anyOf")) {
      faults.clear();
      check(where, value, choice.getAsJsonObject());
      if (best == null || faults.size() < best.size()) {
        best = List.copyOf(faults);
      }
    }
    faults.clear();
    faults.addAll(before);
    faults.addAll(best);
  }

  private void checkFields(String where, JsonObject object, JsonObject schema) {
    if (schema.has("required")) {
      for (JsonElement field : schema.getAsJsonArray("required")) {
        String name = where + "." + field.getAsString();
        if (!object.has(field.getAsString())) {
          faults.add(name + " is missing");
        }
      }
    }
    JsonObject properties = schema.getAsJsonObject("properties");
    for (var field : object.entrySet()) {
      if (properties.has(field.getKey())) {
        check(
            where + "." + field.getKey(),
            field.getValue(),
            properties.getAsJsonObject(field.getKey()));
      }
    }
  }

  private static boolean hasType(JsonElement value, String type) {
    if (type == null) {
      return true;
    }
    JsonPrimitive plain = value.isJsonPrimitive() ? value.getAsJsonPrimitive() : null;
    return switch (type) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "string" -> plain != null && plain.isString();
      case "boolean" -> plain != null && plain.isBoolean();
      case "integer", "number" -> plain != null && plain.isNumber();
      default -> false;
    };
  }
}
