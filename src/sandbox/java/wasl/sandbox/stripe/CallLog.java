package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls that came and the last events that went, for whoever watches. */
final class CallLog {
  private static final int KEPT = 60;

  /**
   * A call that came.
   *
   * @param status of the answer; 0 where the connection was dropped
   * @param fault what went wrong on purpose; {@code null} for nothing
   * @param replayed whether the answer repeats an earlier one with the same key
   */
  record Call(
      Instant at,
      String method,
      String path,
      String key,
      int status,
      Misbehaviour.Kind fault,
      boolean replayed) {}

  /**
   * An event that was sent.
   *
   * @param status of the endpoint's answer; 0 where none came
   */
  record Told(Instant at, String id, String type, String object, int status) {}

  private final Clock clock = Clock.systemUTC();
  private final Deque<Call> calls = new ArrayDeque<>();
  private final Deque<Told> told = new ArrayDeque<>();

  synchronized void answered(ApiRequest request, ApiAnswer answer, Misbehaviour.Kind fault) {
    add(
        calls,
        new Call(
            clock.instant(),
            request.method(),
            request.path(),
            request.idempotencyKey(),
            answer == null ? 0 : answer.status(),
            fault,
            answer != null && answer.replayed()));
  }

  synchronized void told(JsonObject event, int status) {
    JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
    add(
        told,
        new Told(
            clock.instant(),
            Json.text(event, "id"),
            Json.text(event, "type"),
            Json.text(object, "id"),
            status));
  }

  private static <T> void add(Deque<T> lines, T line) {
    lines.addFirst(line);
    if (lines.size() > KEPT) {
      lines.removeLast();
    }
  }

  /** The newest first. */
  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The newest first. */
  synchronized List<Told> told() {
    return List.copyOf(told);
  }
}
