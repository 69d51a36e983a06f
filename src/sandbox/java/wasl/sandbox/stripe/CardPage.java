package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.Optional;

/** The hosted page where a card is typed, once for a session: form, or a word that it is over. */
final class CardPage {
  private final PageLanguage language;
  private final JsonObject session;
  private final String path;

  CardPage(PageLanguage language, JsonObject session) {
    this.language = language;
    this.session = session;
    this.path = CheckoutFlow.page(session);
  }

  /** The page of a session that is complete or expired. */
  String over() {
    boolean complete = Json.text(session, "status").equals("complete");
    String key = complete ? "done" : "expired";
    String address = complete ? CheckoutFlow.success(session) : Json.text(session, "cancel_url");
    String link =
        address == null
            ? ""
            : "<p><a class=\"btn\" href=\"%s\">%s</a></p>"
                .formatted(Html.escape(address), say(key + ".link"));
    String content = "<div class=\"panel\"><p>%s</p>%s</div>".formatted(say(key + ".text"), link);
    return Html.page(language, path, language.say(key + ".title"), content);
  }

  /**
   * The form.
   *
   * @param typed what stood in it, or {@code null} for an empty one
   * @param fault what is wrong with what was typed, if anything
   * @param refusal the intent's last error, or {@code null}
   */
  String form(TypedCard typed, Optional<TypedCard.Fault> fault, JsonObject refusal) {
    boolean setup = Json.text(session, "mode").equals("setup");
    String title =
        setup
            ? language.say("card.save.title")
            : language.say(
                "card.pay.title",
                "amount",
                language.money(
                    Json.number(session, "amount_total"), Json.text(session, "currency")));
    String cancel = Json.text(session, "cancel_url");
    String content =
        """
        <p>%s</p>
        %s
        <form class="panel" method="post" novalidate>
        %s
        <div class="pair">
        %s
        %s
        </div>
        <button type="submit">%s</button>
        </form>
        %s
        """
            .formatted(
                say(setup ? "card.save.text" : "card.pay.text"),
                alert(fault, refusal),
                field("number", "cc-number", typed == null ? "" : typed.number(), fault),
                field("expiry", "cc-exp", typed == null ? "" : typed.expiry(), fault),
                field("code", "cc-csc", "", fault),
                Html.escape(title),
                cancel == null
                    ? ""
                    : "<a class=\"back\" href=\"%s\">%s</a>"
                        .formatted(Html.escape(cancel), say("card.cancel")));
    return Html.page(language, path, title, content);
  }

  private String field(
      String name, String autocomplete, String value, Optional<TypedCard.Fault> fault) {
    boolean wrong = fault.isPresent() && name.equals(fieldOf(fault.get()));
    return """
        <div class="field"><label for="%1$s">%2$s</label>
        <input id="%1$s" name="%1$s" value="%3$s" autocomplete="%4$s" inputmode="numeric" \
        dir="ltr" maxlength="40" required aria-describedby="%1$s-hint"%5$s>
        <p class="quiet" id="%1$s-hint">%6$s</p></div>"""
        .formatted(
            name,
            say("card." + name),
            Html.escape(value),
            autocomplete,
            wrong ? " aria-invalid=\"true\"" : "",
            say("card." + name + ".hint"));
  }

  private String alert(Optional<TypedCard.Fault> fault, JsonObject refusal) {
    if (fault.isPresent()) {
      String text = say("fault." + fault.get().name().toLowerCase(java.util.Locale.ROOT));
      String link = "<a href=\"#%s\">%s</a>".formatted(fieldOf(fault.get()), text);
      return box("<h2>" + say("card.check") + "</h2><p>" + link + "</p>");
    }
    return refusal == null ? "" : box("<p>" + say("decline." + reason(refusal)) + "</p>");
  }

  private static String box(String content) {
    return "<div class=\"alert\" role=\"alert\">" + content + "</div>";
  }

  private static String fieldOf(TypedCard.Fault fault) {
    return switch (fault) {
      case NUMBER, NOT_A_TEST_CARD -> "number";
      case EXPIRY, PAST -> "expiry";
      case CODE -> "code";
    };
  }

  private static String reason(JsonObject refusal) {
    String code = Json.text(refusal, "code");
    String declineCode = Json.text(refusal, "decline_code");
    if (declineCode == null || code.equals("authentication_required")) {
      return "authentication";
    }
    return switch (declineCode) {
      case "insufficient_funds", "expired_card", "incorrect_cvc", "processing_error" -> declineCode;
      default -> "generic";
    };
  }

  private String say(String key) {
    return Html.escape(language.say(key));
  }
}
