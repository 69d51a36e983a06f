package wasl.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Secrets;

/**
 * A journal to be posted. That it exists proves that it balances: its debits equal its credits in
 * each currency. Only the features' {@code …Postings} build one.
 *
 * @param type what happened
 * @param idempotencyKey unique for ever; made of what happened ({@code pledge-collected:<id>}), not
 *     of the try to post it
 * @param effectiveAt when it happened outside (the gateway's or the bank's time), part of the body:
 *     a repetition with the same key must name the same instant
 * @param reference what it is about
 * @param lines at least two, at most {@value #MOST_LINES}
 */
public record JournalEntry(
    JournalType type,
    String idempotencyKey,
    Instant effectiveAt,
    JournalReference reference,
    List<Line> lines) {

  /** The most lines of one journal. */
  public static final int MOST_LINES = 10_000;

  private static final int LONGEST_KEY = 160;

  /**
   * One line.
   *
   * @param amount positive; the account's currency
   */
  public record Line(AccountRef account, Side side, Money amount) {

    public Line {
      Objects.requireNonNull(side);
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("a line of " + amount + " moves nothing");
      }
      if (amount.currency() != account.currency()) {
        throw new IllegalArgumentException(amount + " on " + account);
      }
    }

    /** A debit. */
    public static Line debit(AccountRef account, Money amount) {
      return new Line(account, Side.DEBIT, amount);
    }

    /** A credit. */
    public static Line credit(AccountRef account, Money amount) {
      return new Line(account, Side.CREDIT, amount);
    }

    private Money signed() {
      return side == Side.DEBIT ? amount : amount.negated();
    }
  }

  /**
   * Proves the journal.
   *
   * @throws IllegalArgumentException where it does not balance, or is malformed: a fault of the
   *     recipe, never of a user
   * @throws ArithmeticException where a sum does not fit 64 bits
   */
  public JournalEntry {
    Objects.requireNonNull(type);
    Objects.requireNonNull(reference);
    if (idempotencyKey == null
        || idempotencyKey.isBlank()
        || idempotencyKey.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("no fit key: " + idempotencyKey);
    }
    effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
    lines = List.copyOf(lines);
    if (lines.size() < 2 || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(lines.size() + " lines");
    }
    Map<Currency, Money> imbalance = imbalance(lines);
    if (!imbalance.isEmpty()) {
      throw new IllegalArgumentException("out of balance by " + imbalance.values());
    }
  }

  /** What the journal takes from each guarded account, above what it brings to it. */
  Map<AccountRef, Money> draws() {
    Map<AccountRef, Money> draws = new LinkedHashMap<>();
    for (Line line : lines) {
      AccountKind kind = line.account().kind();
      if (kind.guarded()) {
        boolean takes = line.side() != kind.normalSide();
        draws.merge(line.account(), takes ? line.amount() : line.amount().negated(), Money::plus);
      }
    }
    draws.values().removeIf(draw -> !draw.isPositive());
    return draws;
  }

  /** SHA-256 of all but the key: the same key with another hash is another journal. */
  String bodyHash() {
    return bodyHash(type, effectiveAt, reference, lines);
  }

  static String bodyHash(
      JournalType type, Instant effectiveAt, JournalReference about, List<Line> lines) {
    StringBuilder body = new StringBuilder();
    body.append(type).append('|').append(effectiveAt).append('|');
    body.append(about.listing()).append('|').append(about.pledge()).append('|');
    body.append(about.reverses()).append('|').append(about.text());
    for (Line line : lines) {
      body.append('\n').append(line.account()).append('|').append(line.side());
      body.append('|').append(line.amount().amountMinor());
    }
    return Secrets.sha256(body.toString());
  }

  /** What debits exceed credits by, in each currency; empty where they are equal. */
  static Map<Currency, Money> imbalance(List<Line> lines) {
    Map<Currency, Money> sums = new EnumMap<>(Currency.class);
    for (Line line : lines) {
      sums.merge(line.account().currency(), line.signed(), Money::plus);
    }
    sums.values().removeIf(Money::isZero);
    return sums;
  }
}
