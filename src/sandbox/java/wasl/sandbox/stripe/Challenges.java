package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.function.Supplier;

/** Visits to the 3-D Secure page, where the cardholder approves or refuses. */
final class Challenges {
  private final Supplier<String> publicUrl;

  Challenges(Supplier<String> publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The {@code next_action} that leads to a new visit and, after it, to the return address. */
  JsonObject redirect(Change change, JsonObject intent, String returnUrl) {
    return Json.object(
        "type",
        "redirect_to_url",
        "redirect_to_url",
        Json.object("return_url", returnUrl, "url", open(change, intent, returnUrl, null)));
  }

  /**
   * The address of a new visit.
   *
   * @param session the checkout session that goes on afterwards, or {@code null}
   */
  String open(Change change, JsonObject intent, String returnUrl, String session) {
    JsonObject challenge =
        change.create(
            Kind.CHALLENGE,
            "intent",
            intent.get("id"),
            "return_url",
            returnUrl,
            "session",
            session,
            "status",
            "open");
    return publicUrl.get() + "/c/3ds/" + Json.text(challenge, "id");
  }

  /**
   * What the cardholder decided. A second decision on the same visit changes nothing.
   *
   * @return the address to go to
   */
  String decide(Change change, JsonObject challenge, boolean approved) {
    JsonObject intent = change.find(Json.text(challenge, "intent"));
    String session = Json.text(challenge, "session");
    if (Json.text(challenge, "status").equals("open")) {
      challenge.addProperty("status", approved ? "approved" : "refused");
      if (Json.text(intent, "status").equals("requires_action")) {
        finish(change, intent, approved, session);
      }
    }
    return session == null
        ? back(challenge, intent)
        : CheckoutFlow.next(change.find(session), publicUrl.get());
  }

  private void finish(Change change, JsonObject intent, boolean approved, String session) {
    JsonObject method = change.find(Json.text(intent, "payment_method"));
    boolean setup = Json.text(intent, "object").equals("setup_intent");
    if (!approved && setup) {
      SetupIntents.refuse(
          change, intent, Refusals.notAuthenticated("setup_intent_authentication_failure", method));
    } else if (!approved) {
      Confirmation.refuse(
          change,
          intent,
          Refusals.notAuthenticated("payment_intent_authentication_failure", method));
    } else if (setup) {
      SetupIntents.succeed(change, intent, method);
    } else {
      Confirmation.settle(change, intent, method, Issuer.verdict(method));
    }
    if (session != null) {
      CheckoutFlow.completeIfPaid(change, change.find(session));
    }
  }

  private static String back(JsonObject challenge, JsonObject intent) {
    String address = Json.text(challenge, "return_url");
    String name = Json.text(intent, "object");
    boolean good = Json.text(intent, "status").equals("succeeded");
    return address
        + (address.contains("?") ? "&" : "?")
        + name
        + "="
        + Json.text(intent, "id")
        + "&"
        + name
        + "_client_secret="
        + Json.text(intent, "client_secret")
        + "&redirect_status="
        + (good ? "succeeded" : "failed");
  }
}
