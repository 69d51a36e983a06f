package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** What was chosen on the page, as the control call would say it. */
final class FaultForm {
  private static final long MOST = 100_000;
  private static final long LONGEST_SECONDS = 600;

  private FaultForm() {}

  static JsonObject call(Params form) {
    Fault fault = Fault.valueOf(form.text("fault", "").toUpperCase(java.util.Locale.ROOT));
    return Json.object(
        "path", form.text("path", ""),
        "kind", fault.kind.name(),
        "status", fault.status,
        "times", times(form),
        "millis", millis(form),
        "perSecond", number(form, "perSecond", 5, MOST));
  }

  static JsonObject events(Params form) {
    return Json.object("events", form.text("events", ""), "millis", millis(form));
  }

  static JsonObject refunds(Params form) {
    return Json.object("refunds", form.text("refunds", ""), "times", times(form));
  }

  /** The bank's word; {@code null} for the card's own behaviour. */
  static String verdict(Params form) {
    String verdict = form.text("verdict", "");
    return verdict.isEmpty() ? null : verdict;
  }

  static long times(Params form) {
    return number(form, "times", 1, MOST);
  }

  private static long millis(Params form) {
    return number(form, "seconds", 20, LONGEST_SECONDS) * 1000;
  }

  private static long number(Params form, String name, long otherwise, long most) {
    String typed = form.text(name, "").strip();
    if (typed.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(typed);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new IllegalArgumentException(
        "“" + typed + "” is not a whole number from 1 to " + most + ".");
  }
}
