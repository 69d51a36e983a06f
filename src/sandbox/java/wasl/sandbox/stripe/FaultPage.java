package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operator's page: what is set now, what can be set, what can be done to single charges. Plain
 * HTML without script, in English only, since it is no part of the product.
 *
 * @param undelivered how many events have not been told
 * @param offsetSeconds how far the sandbox's clock was moved
 * @param charges the last ones, the newest first; likewise the others
 */
record FaultPage(
    Misbehaviour.Present present,
    int undelivered,
    long offsetSeconds,
    List<JsonObject> charges,
    List<JsonObject> disputes,
    List<JsonObject> refunds,
    List<JsonObject> cards) {

  private static final String[][] PATHS = {
    {"payment_intents", "charges"},
    {"refunds", "refunds"},
    {"checkout", "visits to save a card"},
    {"payment_methods", "saved cards"},
    {"customers", "customers"},
    {"disputes", "disputes"},
    {"events", "questions for missed events"},
    {"", "every call"}
  };

  private static final String[][] EVENTS = {
    {"usual", "as usual"},
    {"twice", "each one twice"},
    {"late", "each one late"},
    {"shuffle", "in another order"},
    {"off", "not at all: they stay undelivered"}
  };

  private static final String[][] REFUNDS = {
    {"usual", "as the card says"},
    {"fail", "succeed first, fail a moment later"},
    {"pending", "are pending first"},
    {"short", "are refused: the balance is too small"}
  };

  private static final String[][] VERDICTS = {
    {"", "its own behaviour"},
    {"approve", "approve"},
    {"insufficient_funds", "insufficient funds"},
    {"generic_decline", "decline without a reason"},
    {"expired_card", "expired"},
    {"stolen_card", "stolen: never again"},
    {"processing_error", "a fault on the way"},
    {"authentication_required", "asks for authentication"}
  };

  static String frame(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <link rel="stylesheet" href="/c/sandbox.css">
        <link rel="stylesheet" href="%s/faults.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(title, FaultPages.PATH, body);
  }

  /**
   * The whole page.
   *
   * @param refusal why the last button did nothing; {@code null} for nothing to say
   */
  String html(String refusal) {
    return frame(
        "The gateway’s misbehaviour",
        """
        <header><p class="demo">The demonstration’s payment gateway: no real money, no real cards.</p></header>
        <main class="faults">
        <h1>The gateway’s misbehaviour</h1>
        <p>Make the gateway err, and watch how Wasl takes it. What is set here holds until it is used up or reset, and ends with the demonstration.</p>
        %s
        %s
        <div class="forms">%s%s%s</div>
        %s
        <section aria-labelledby="log"><h2 id="log">What came and went</h2>
        <iframe src="%s/log" title="Last calls and events"></iframe></section>
        </main>
        """
            .formatted(
                refusal == null ? "" : "<p class=\"alert\">" + Html.escape(refusal) + "</p>",
                now(),
                callForm(),
                eventForm(),
                refundForm(),
                objects(),
                FaultPages.PATH));
  }

  private String now() {
    StringBuilder set = new StringBuilder();
    for (Misbehaviour.Rule rule : present.rules()) {
      String times =
          rule.kind() == Misbehaviour.Kind.LIMIT ? "until reset" : rule.times() + " more time(s)";
      String words = path(rule.path()) + ": " + Fault.said(rule) + ", " + times;
      set.append("<li><span>").append(Html.escape(words)).append("</span>");
      set.append(button("forget", Integer.toHexString(rule.hashCode()), "Take back", words));
      set.append("</li>");
    }
    if (present.events() != Misbehaviour.Events.USUAL) {
      String mode = present.events().name().toLowerCase(Locale.ROOT);
      set.append("<li><span>events: ").append(word(EVENTS, mode)).append("</span></li>");
    }
    if (present.refunds() != Misbehaviour.Refunding.USUAL) {
      String mode = present.refunds().name().toLowerCase(Locale.ROOT);
      set.append("<li><span>the next %d refund(s) ".formatted(present.refundTimes()));
      set.append(word(REFUNDS, mode)).append("</span></li>");
    }
    String waiting = "Events that are not told yet: " + undelivered + ". ";
    String clock =
        offsetSeconds == 0
            ? ""
            : "The gateway’s clock is %d day(s) ahead.".formatted(offsetSeconds / 86_400);
    return """
        <section class="panel now" aria-labelledby="now"><h2 id="now">Set now</h2>%s
        <p class="quiet">%s</p>%s</section>
        """
        .formatted(
            present.usual()
                ? "<p>Nothing: the gateway does right.</p>"
                : "<ul class=\"rules\">" + set + "</ul>",
            waiting + clock,
            button("reset", "", "Do right again", "everything"));
  }

  private static String callForm() {
    String faults =
        java.util.Arrays.stream(Fault.values())
            .map(fault -> option(fault.name(), fault.words))
            .collect(Collectors.joining());
    return form(
        "call",
        "Calls",
        select("path", "Which calls", options(PATHS))
            + select("fault", "What the gateway does", faults)
            + number("times", "How many times", 1)
            + number("seconds", "Seconds, where it hangs or is late", 20)
            + number("perSecond", "Calls a second, where it limits", 5));
  }

  private static String eventForm() {
    return form(
        "events",
        "Events",
        select("events", "How they are told", options(EVENTS))
            + number("seconds", "Seconds, where late or in another order", 20));
  }

  private static String refundForm() {
    return form(
        "refunds",
        "Refunds",
        select("refunds", "The next refunds", options(REFUNDS)) + number("times", "How many", 1));
  }

  private String objects() {
    return "<section aria-labelledby=\"single\"><h2 id=\"single\">Single charges and cards</h2>"
        + rows("Charges", List.of("Charge", "Amount", "State", "By hand"), charges, this::charge)
        + rows(
            "Disputes", List.of("Dispute", "Amount", "State", "By hand"), disputes, this::dispute)
        + rows("Refunds", List.of("Refund", "Amount", "State", "By hand"), refunds, this::refund)
        + rows("Saved cards", List.of("Card", "Ends in", "Told", "By hand"), cards, this::card)
        + "</section>";
  }

  private String charge(JsonObject charge) {
    String state =
        Json.text(charge, "status")
            + (Json.flag(charge, "disputed") ? ", disputed" : "")
            + (Json.number(charge, "amount_refunded") > 0 ? ", given back" : "");
    boolean open = state.equals("succeeded");
    return row(charge, amount(charge), state, open ? act("dispute", "Dispute it", charge) : "");
  }

  private String dispute(JsonObject dispute) {
    String state = Json.text(dispute, "status");
    boolean open = state.equals("needs_response") || state.equals("under_review");
    String buttons = open ? act("won", "We win", dispute) + act("lost", "We lose", dispute) : "";
    return row(dispute, amount(dispute), state.replace('_', ' '), buttons);
  }

  private String refund(JsonObject refund) {
    String state = Json.text(refund, "status");
    boolean fails = state.equals("succeeded") || state.equals("pending");
    return row(refund, amount(refund), state, fails ? act("fail", "Let it fail", refund) : "");
  }

  private String card(JsonObject card) {
    String id = Json.text(card, "id");
    long times = Json.number(card, "_times");
    String told = times == 0 ? "" : Json.text(card, "_verdict") + ", " + times + " more";
    String ends = Json.text(card.getAsJsonObject("card"), "last4");
    String form =
        """
        <form method="post" class="inline"><input type="hidden" name="id" value="%s">
        <select name="verdict" aria-label="What the bank of %s says next">%s</select>
        <input name="times" inputmode="numeric" value="1" aria-label="How many times">
        <button name="do" value="bank" class="second" aria-label="Tell the bank of %s">Tell its bank</button></form>
        """
            .formatted(id, id, options(VERDICTS), id);
    return row(card, ends, told, form);
  }

  private static String rows(
      String name, List<String> heads, List<JsonObject> all, Function<JsonObject, String> row) {
    String rows = all.stream().map(row).collect(Collectors.joining());
    return "<h3>" + name + "</h3>" + LogPage.table(name, heads, rows);
  }

  private static String row(JsonObject object, String amount, String state, String buttons) {
    String of =
        object.has("metadata") ? Json.text(object.getAsJsonObject("metadata"), "pledge") : null;
    return "<tr><td>%s%s</td><td class=\"n\">%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Json.text(object, "id"),
            of == null ? "" : "<br><span class=\"quiet\">pledge " + Html.escape(of) + "</span>",
            amount,
            Html.escape(state),
            buttons);
  }

  private static String amount(JsonObject object) {
    String currency = Json.text(object, "currency").toUpperCase(Locale.ROOT);
    long minor = Json.number(object, "amount");
    return "%d.%02d %s".formatted(minor / 100, minor % 100, currency);
  }

  private static String act(String what, String words, JsonObject object) {
    return button(what, Json.text(object, "id"), words, Json.text(object, "id"));
  }

  private static String button(String what, String id, String words, String about) {
    return """
        <form method="post" class="inline"><input type="hidden" name="id" value="%s">
        <button name="do" value="%s" class="second" aria-label="%s: %s">%s</button></form>
        """
        .formatted(id, what, words, Html.escape(about), words);
  }

  private static String form(String what, String title, String fields) {
    return """
        <form method="post" class="panel"><h2>%s</h2>%s
        <button name="do" value="%s">Set</button></form>
        """
        .formatted(title, fields, what);
  }

  private static String select(String name, String label, String options) {
    return "<label class=\"field\"><span>%s</span><select name=\"%s\">%s</select></label>"
        .formatted(label, name, options);
  }

  private static String number(String name, String label, int value) {
    return """
        <label class="field"><span>%s</span>\
        <input name="%s" inputmode="numeric" value="%d"></label>
        """
        .formatted(label, name, value);
  }

  private static String options(String[][] choices) {
    StringBuilder options = new StringBuilder();
    for (String[] choice : choices) {
      options.append(option(choice[0], choice[1]));
    }
    return options.toString();
  }

  private static String option(String value, String words) {
    return "<option value=\"%s\">%s</option>".formatted(value, words);
  }

  private static String path(String path) {
    return word(PATHS, path.substring("/v1/".length()));
  }

  private static String word(String[][] choices, String value) {
    for (String[] choice : choices) {
      if (choice[0].equals(value)) {
        return choice[1];
      }
    }
    return value;
  }
}
