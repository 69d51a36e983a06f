package wasl.payment;

import java.util.Arrays;
import java.util.Optional;
import wasl.ledger.JournalType;

/** What the gateway moves on its balance, and by which journals the books follow. */
public enum MovementPart {
  CHARGE("charge", JournalType.PLEDGE_COLLECTED, JournalType.GATEWAY_FEE),
  REFUND("refund", JournalType.REFUND, null),
  REFUND_FAILURE("refund_failure", JournalType.REFUND_FAILED, null),
  DISPUTE("dispute", JournalType.DISPUTE_OPENED, JournalType.DISPUTE_FEE),
  DISPUTE_REVERSAL("dispute_reversal", JournalType.DISPUTE_WON, null),
  PAYOUT("payout", JournalType.GATEWAY_PAYOUT, null),
  /** A payout came back: the bank did not take it. Its journal is to be reversed. */
  PAYOUT_REVERSAL("payout_reversal", null, null),
  TOP_UP("topup", JournalType.CLEARING_TOP_UP, null),
  /** A top-up was taken back. Its journal is to be reversed. */
  TOP_UP_REVERSAL("topup_reversal", null, null),
  /** Whatever else: the books know no such journal. */
  OTHER("", null, null);

  private final String category;
  private final JournalType journal;
  private final JournalType fee;

  MovementPart(String category, JournalType journal, JournalType fee) {
    this.category = category;
    this.journal = journal;
    this.fee = fee;
  }

  /** By the gateway's reporting category. */
  static MovementPart of(String category) {
    return Arrays.stream(values())
        .filter(part -> part.category.equals(category))
        .findFirst()
        .orElse(OTHER);
  }

  /** The part that a journal follows, with its amount or with its fee. */
  public static Optional<MovementPart> of(JournalType type) {
    return Arrays.stream(values()).filter(p -> p.journal == type || p.fee == type).findFirst();
  }

  /** Whether a journal of this type books the fee. */
  public boolean feeOf(JournalType type) {
    return type == fee;
  }

  /** Whether it goes between the gateway and a bank account, which takes days. */
  public boolean withBank() {
    return this == PAYOUT || this == PAYOUT_REVERSAL || this == TOP_UP || this == TOP_UP_REVERSAL;
  }

  /** What this one undoes at the gateway, under the same number; nothing where it undoes none. */
  public Optional<MovementPart> undoes() {
    return switch (this) {
      case PAYOUT_REVERSAL -> Optional.of(PAYOUT);
      case TOP_UP_REVERSAL -> Optional.of(TOP_UP);
      default -> Optional.empty();
    };
  }
}
