package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** The 3-D Secure page: the bank asks, the cardholder approves or refuses. */
final class ChallengePage {
  private ChallengePage() {}

  static String form(
      PageLanguage language, JsonObject challenge, JsonObject intent, JsonObject method) {
    String last4 = Json.text(method.getAsJsonObject("card"), "last4");
    String matter =
        Json.text(intent, "object").equals("setup_intent")
            ? language.say("challenge.save")
            : language.say(
                "challenge.amount",
                "amount",
                language.money(Json.number(intent, "amount"), Json.text(intent, "currency")));
    String content =
        """
        <form class="panel" method="post">
        <p>%s</p>
        <p>%s</p>
        <button type="submit" name="decision" value="approve">%s</button>
        <button class="second" type="submit" name="decision" value="refuse">%s</button>
        </form>
        """
            .formatted(
                Html.escape(language.say("challenge.text", "last4", last4)),
                Html.escape(matter),
                Html.escape(language.say("challenge.approve")),
                Html.escape(language.say("challenge.refuse")));
    String path = "/c/3ds/" + Json.text(challenge, "id");
    return Html.page(language, path, language.say("challenge.title"), content);
  }
}
