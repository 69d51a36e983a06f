package wasl.sandbox.stripe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last calls and events, in a frame that fetches itself again. */
record LogPage(List<CallLog.Call> calls, List<CallLog.Told> told) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  String html(boolean still) {
    String other = still ? "Follow" : "Hold still";
    return FaultPage.frame(
        "Last calls and events",
        "<main class=\"log\" aria-label=\"Log\"><p class=\"quiet\"><a href=\"%s/log%s\">%s</a> · times are UTC</p>"
                .formatted(FaultPages.PATH, still ? "" : "?still", other)
            + "<h2>Calls that came</h2>"
            + table(
                "Calls",
                List.of("Time", "Call", "Key", "Answer", "Fault"),
                calls.stream().map(LogPage::row).collect(Collectors.joining()))
            + "<h2>Events that were told</h2>"
            + table(
                "Events",
                List.of("Time", "Event", "About", "Answer"),
                told.stream().map(LogPage::row).collect(Collectors.joining()))
            + "</main>");
  }

  static String table(String name, List<String> heads, String rows) {
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
        + name
        + "\"><table><thead><tr>"
        + heads.stream()
            .map(head -> "<th scope=\"col\">" + head + "</th>")
            .collect(Collectors.joining())
        + "</tr></thead><tbody>"
        + (rows.isEmpty() ? "<tr><td colspan=\"" + heads.size() + "\">None yet.</td></tr>" : rows)
        + "</tbody></table></div>";
  }

  private static String row(CallLog.Call call) {
    return "<tr%s><td>%s</td><td>%s %s</td><td>%s</td><td>%s%s</td><td>%s</td></tr>"
        .formatted(
            call.fault() == null ? "" : " class=\"faulty\"",
            time(call.at()),
            call.method(),
            Html.escape(call.path()),
            call.key() == null ? "" : Html.escape(call.key()),
            call.status() == 0 ? "none" : call.status(),
            call.replayed() ? " again" : "",
            call.fault() == null ? "" : words(call.fault()));
  }

  private static String row(CallLog.Told event) {
    boolean taken = event.status() >= 200 && event.status() < 300;
    return "<tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            taken ? "" : " class=\"faulty\"",
            time(event.at()),
            Html.escape(event.type()),
            event.object() == null ? "" : Html.escape(event.object()),
            event.status() == 0 ? "none" : event.status());
  }

  private static String words(Misbehaviour.Kind fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
