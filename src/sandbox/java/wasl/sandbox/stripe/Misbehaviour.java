package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the sandbox was told to do wrong, for tests of how the application bears it. */
final class Misbehaviour {

  /** How a request goes wrong. */
  enum Kind {
    /** Answers an error; nothing is done. */
    STATUS,
    /** Does the work, then answers an error, which repeats under the idempotency key. */
    STATUS_AFTER,
    /** Answers an error, which repeats under the idempotency key; nothing is done. */
    STATUS_KEPT,
    /** Waits, then works as usual: the client has given up, the work is done all the same. */
    HANG,
    /** Works at once, and answers after a wait. */
    HANG_AFTER,
    /** Drops the connection; nothing is done. */
    DROP_BEFORE,
    /** Does the work, then drops the connection. */
    DROP_AFTER,
    /** Answers 429 to what is more than so many requests in a second. */
    LIMIT
  }

  /** How events go wrong. */
  enum Events {
    USUAL,
    TWICE,
    LATE,
    SHUFFLE,
    OFF
  }

  /** What becomes of the next refunds, whatever their card. */
  enum Refunding {
    USUAL,
    /** Succeeds, and fails a moment later: the bank has sent the money back. */
    FAIL,
    /** Is pending first. */
    PENDING,
    /** Is refused: the account's balance is too small. */
    SHORT
  }

  /** All that is set, as it was when asked for. */
  record Present(
      List<Rule> rules, Events events, long eventMillis, Refunding refunds, long refundTimes) {
    boolean usual() {
      return rules.isEmpty() && events == Events.USUAL && refunds == Refunding.USUAL;
    }
  }

  /** One rule: for requests whose path holds {@code path}, so many {@code times}. */
  record Rule(String path, Kind kind, int status, long times, long millis, long perSecond) {
    static Rule read(JsonObject json) {
      return new Rule(
          "/v1/" + (json.has("path") ? Json.text(json, "path") : ""),
          Kind.valueOf(Json.text(json, "kind").toUpperCase(Locale.ROOT)),
          json.has("status") ? (int) Json.number(json, "status") : 500,
          json.has("times") ? Json.number(json, "times") : 1,
          Json.number(json, "millis"),
          Json.number(json, "perSecond"));
    }

    Rule once() {
      return new Rule(path, kind, status, times - 1, millis, perSecond);
    }
  }

  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Rule> rules = new ArrayList<>();
  private volatile Events events = Events.USUAL;
  private volatile long eventMillis;
  private Refunding refunding = Refunding.USUAL;
  private long refundTimes;
  private long second;
  private long inSecond;

  /**
   * Takes a rule, a mode of events, a mode of refunds, or several of these.
   *
   * @throws IllegalArgumentException if it holds none, or an unknown word
   */
  synchronized void tell(JsonObject json) {
    if (!json.has("kind") && !json.has("events") && !json.has("refunds")) {
      throw new IllegalArgumentException("say what: kind, events or refunds");
    }
    if (json.has("kind")) {
      rules.add(Rule.read(json));
    }
    if (json.has("events")) {
      events = Events.valueOf(Json.text(json, "events").toUpperCase(Locale.ROOT));
      eventMillis = json.has("millis") ? Json.number(json, "millis") : 1000;
    }
    if (json.has("refunds")) {
      refunding = Refunding.valueOf(Json.text(json, "refunds").toUpperCase(Locale.ROOT));
      refundTimes = json.has("times") ? Json.number(json, "times") : 1;
    }
  }

  synchronized void clear() {
    rules.clear();
    events = Events.USUAL;
    refunding = Refunding.USUAL;
  }

  /** Takes back one rule; one that is used up already is fine. */
  synchronized void forget(Rule rule) {
    rules.remove(rule);
  }

  synchronized Present present() {
    return new Present(List.copyOf(rules), events, eventMillis, refunding, refundTimes);
  }

  /** What becomes of a refund that is made now; it is used up by one. */
  synchronized Refunding nextRefund() {
    Refunding next = refunding;
    if (next != Refunding.USUAL && --refundTimes <= 0) {
      refunding = Refunding.USUAL;
    }
    return next;
  }

  /** The rule that this request meets; it is used up by one. */
  synchronized Optional<Rule> meets(ApiRequest request) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (request.path().startsWith(rule.path())) {
        if (rule.kind() == Kind.LIMIT) {
          return tooMany(rule.perSecond()) ? Optional.of(rule) : Optional.empty();
        }
        if (rule.times() == 1) {
          rules.remove(i);
        } else {
          rules.set(i, rule.once());
        }
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private boolean tooMany(long perSecond) {
    long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    return ++inSecond > perSecond;
  }

  Events events() {
    return events;
  }

  long eventMillis() {
    return eventMillis;
  }

  /** Waits, or less long when the sandbox is being closed. */
  void await(long millis) {
    try {
      if (closed.await(millis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closed.countDown();
  }
}
