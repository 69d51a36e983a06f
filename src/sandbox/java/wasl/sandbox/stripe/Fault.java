package wasl.sandbox.stripe;

/** What a call can meet, in the words of the page. */
enum Fault {
  ERROR(Misbehaviour.Kind.STATUS, 500, "answers 500; nothing was done"),
  ERROR_KEPT(
      Misbehaviour.Kind.STATUS_KEPT, 500, "answers 500 for ever under this key, and does nothing"),
  ERROR_AFTER(Misbehaviour.Kind.STATUS_AFTER, 500, "does the work, then answers 500"),
  TOO_MANY(Misbehaviour.Kind.STATUS, 429, "answers 429, too many requests"),
  LIMIT(Misbehaviour.Kind.LIMIT, 429, "answers 429 to more calls a second than …"),
  HANG(Misbehaviour.Kind.HANG, 0, "hangs, then does the work"),
  HANG_AFTER(Misbehaviour.Kind.HANG_AFTER, 0, "does the work at once, answers late"),
  DROP_BEFORE(Misbehaviour.Kind.DROP_BEFORE, 0, "drops the connection; nothing was done"),
  DROP_AFTER(Misbehaviour.Kind.DROP_AFTER, 0, "does the work, then drops the connection");

  final Misbehaviour.Kind kind;
  final int status;
  final String words;

  Fault(Misbehaviour.Kind kind, int status, String words) {
    this.kind = kind;
    this.status = status;
    this.words = words;
  }

  /** A rule in words. */
  static String said(Misbehaviour.Rule rule) {
    return switch (rule.kind()) {
      case STATUS -> "answers " + rule.status() + "; nothing was done";
      case STATUS_KEPT -> "answers " + rule.status() + " for ever under this key, does nothing";
      case STATUS_AFTER -> "does the work, then answers " + rule.status();
      case LIMIT -> "answers 429 to more than " + rule.perSecond() + " calls a second";
      case HANG -> "hangs for " + rule.millis() / 1000.0 + " s, then does the work";
      case HANG_AFTER -> "does the work at once, answers after " + rule.millis() / 1000.0 + " s";
      case DROP_BEFORE -> DROP_BEFORE.words;
      case DROP_AFTER -> DROP_AFTER.words;
    };
  }
}
