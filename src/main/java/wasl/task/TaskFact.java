package wasl.task;

import java.time.Instant;
import wasl.money.Currency;
import wasl.money.Money;

/**
 * One thing that is known about a task's cause. Its label is the text {@code <feature>.fact.<name>}
 * of the feature to which the task's kind belongs.
 *
 * @param name the label's name
 * @param type how to show the value
 * @param value minor units and currency, an instant in ISO 8601, a number, or the text itself
 */
public record TaskFact(String name, Type type, String value) {

  /** How a value is shown. */
  public enum Type {
    TEXT,
    /** An id or code, left to right. */
    CODE,
    /** A key of a text. */
    WORD,
    NUMBER,
    MONEY,
    INSTANT
  }

  /** A text as it is. */
  public static TaskFact text(String name, String value) {
    return new TaskFact(name, Type.TEXT, value);
  }

  /** An id or code. */
  public static TaskFact code(String name, Object value) {
    return new TaskFact(name, Type.CODE, String.valueOf(value));
  }

  /** A word in the reader's language, by its key. */
  public static TaskFact word(String name, String key) {
    return new TaskFact(name, Type.WORD, key);
  }

  public static TaskFact number(String name, long value) {
    return new TaskFact(name, Type.NUMBER, Long.toString(value));
  }

  public static TaskFact money(String name, Money value) {
    return new TaskFact(name, Type.MONEY, value.amountMinor() + " " + value.currency());
  }

  public static TaskFact instant(String name, Instant value) {
    return new TaskFact(name, Type.INSTANT, value.toString());
  }

  /** The amount, of a fact that is one. */
  public Money money() {
    String[] parts = value.split(" ");
    return Money.minor(Long.parseLong(parts[0]), Currency.valueOf(parts[1]));
  }

  /** The instant, of a fact that is one. */
  public Instant instant() {
    return Instant.parse(value);
  }

  /** The number, of a fact that is one. */
  public long number() {
    return Long.parseLong(value);
  }
}
