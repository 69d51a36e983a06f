package wasl.payment;

import static wasl.ledger.AccountKind.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalEntry.Line;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.shared.Ids;

/**
 * The recipes of payment's journals, one for each row of the product's table. Keys are made of what
 * happened, so that each is posted once however often it is told; times are the gateway's or those
 * kept with the row that caused it, whose state lets it be posted once.
 */
final class PaymentPostings {

  private PaymentPostings() {}

  /** A pledge is collected: gateway clearing to listing escrow and tips held. */
  static JournalEntry collected(Attempt attempt, ChargeOutcome.Paid paid) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.debit(platform(GATEWAY_CLEARING, attempt.total()), attempt.total()));
    lines.add(
        Line.credit(own(LISTING_ESCROW, attempt.listing(), attempt.amount()), attempt.amount()));
    if (attempt.tip().isPositive()) {
      lines.add(Line.credit(own(TIPS_HELD, attempt.listing(), attempt.tip()), attempt.tip()));
    }
    return new JournalEntry(
        JournalType.PLEDGE_COLLECTED,
        "pledge-collected:" + Ids.text(attempt.id()),
        paid.at(),
        about(attempt, paid.charge()),
        lines);
  }

  /** The gateway's fee of a charge is known; the platform bears it. */
  static JournalEntry gatewayFee(Attempt attempt, String charge, Money fee, Instant at) {
    return new JournalEntry(
        JournalType.GATEWAY_FEE,
        "gateway-fee:" + charge,
        at,
        about(attempt, charge),
        List.of(
            Line.debit(platform(GATEWAY_FEES, fee), fee),
            Line.credit(platform(GATEWAY_CLEARING, fee), fee)));
  }

  /**
   * Pledge and tip go back to the card, out of what lies with the listing for them; beyond that the
   * platform bears it.
   *
   * @param at when the gateway gave it, not when it was asked for
   * @param fromEscrow at most what stands on the escrow
   * @param fromTips at most what stands on the tips held
   */
  static JournalEntry refund(
      Refund refund, String gatewayRefund, Instant at, Money fromEscrow, Money fromTips) {
    Money loss = refund.total().minus(fromEscrow).minus(fromTips);
    List<Line> lines = new ArrayList<>();
    if (fromEscrow.isPositive()) {
      lines.add(Line.debit(own(LISTING_ESCROW, refund.listing(), fromEscrow), fromEscrow));
    }
    if (fromTips.isPositive()) {
      lines.add(Line.debit(own(TIPS_HELD, refund.listing(), fromTips), fromTips));
    }
    if (loss.isPositive()) {
      lines.add(Line.debit(platform(PLATFORM_LOSS, loss), loss));
    }
    lines.add(Line.credit(platform(GATEWAY_CLEARING, refund.total()), refund.total()));
    return new JournalEntry(
        JournalType.REFUND,
        "refund:" + Ids.text(refund.id()),
        at,
        about(refund, gatewayRefund),
        lines);
  }

  /**
   * What a failed refund left owing goes to the card after all.
   *
   * @param at when the gateway gave it
   */
  static JournalEntry refundRetried(Refund refund, String gatewayRefund, Instant at) {
    return new JournalEntry(
        JournalType.REFUND,
        "refund:" + Ids.text(refund.id()),
        at,
        about(refund, gatewayRefund),
        List.of(
            Line.debit(platform(REFUNDS_PAYABLE, refund.total()), refund.total()),
            Line.credit(platform(GATEWAY_CLEARING, refund.total()), refund.total())));
  }

  /**
   * The bank has sent the refund back: it is owed to the investor in another way.
   *
   * @param at when it became known here, kept with the refund: it was away until then, and a year
   *     that is over by then stays as it was told
   */
  static JournalEntry refundFailed(Refund refund, String gatewayRefund, Instant at) {
    return new JournalEntry(
        JournalType.REFUND_FAILED,
        "refund-failed:" + Ids.text(refund.id()),
        at,
        about(refund, gatewayRefund),
        List.of(
            Line.debit(platform(GATEWAY_CLEARING, refund.total()), refund.total()),
            Line.credit(platform(REFUNDS_PAYABLE, refund.total()), refund.total())));
  }

  /**
   * What a failed refund left owing was paid from the bank account to which the gateway pays out.
   *
   * @param reference the bank's, by which the transfer is found
   */
  static JournalEntry refundPaid(Refund refund, String reference, Instant at) {
    return new JournalEntry(
        JournalType.REFUND_PAID,
        "refund-paid:" + Ids.text(refund.id()),
        at,
        about(refund, reference),
        List.of(
            Line.debit(platform(REFUNDS_PAYABLE, refund.total()), refund.total()),
            Line.credit(platform(ESCROW_BANK, refund.total()), refund.total())));
  }

  /**
   * A refund has failed whose charge was lost in a dispute before: the cardholder has it from the
   * bank, so nothing is owed, and the platform has lost less than it seemed.
   *
   * @param by what of the refund the dispute has paid out
   * @param at when it became known here, kept with the refund
   */
  static JournalEntry refundChargedBack(Refund refund, Money by, String dispute, Instant at) {
    return new JournalEntry(
        JournalType.REFUND_CHARGED_BACK,
        "refund-charged-back:" + Ids.text(refund.id()),
        at,
        about(refund, dispute),
        List.of(
            Line.debit(platform(REFUNDS_PAYABLE, by), by),
            Line.credit(platform(PLATFORM_LOSS, by), by)));
  }

  /** The listing is funded: its tips are income. */
  static JournalEntry tipsEarned(ListingId listing, Money tips, Instant at) {
    return new JournalEntry(
        JournalType.TIPS_EARNED,
        "tips-earned:" + listing,
        at,
        new JournalReference(listing.value(), null, null),
        List.of(
            Line.debit(own(TIPS_HELD, listing, tips), tips),
            Line.credit(platform(TIP_INCOME, tips), tips)));
  }

  /** The gateway has taken what is disputed. */
  static JournalEntry disputeOpened(Attempt attempt, StripeGateway.DisputeAnswer dispute) {
    return new JournalEntry(
        JournalType.DISPUTE_OPENED,
        "dispute-opened:" + dispute.dispute(),
        dispute.openedAt(),
        about(attempt, dispute.dispute()),
        List.of(
            Line.debit(platform(DISPUTES_RECEIVABLE, dispute.amount()), dispute.amount()),
            Line.credit(platform(GATEWAY_CLEARING, dispute.amount()), dispute.amount())));
  }

  /** … and its fee for it. */
  static JournalEntry disputeFee(Attempt attempt, StripeGateway.DisputeAnswer dispute) {
    return new JournalEntry(
        JournalType.DISPUTE_FEE,
        "dispute-fee:" + dispute.dispute(),
        dispute.openedAt(),
        about(attempt, dispute.dispute()),
        List.of(
            Line.debit(platform(DISPUTE_FEES, dispute.fee()), dispute.fee()),
            Line.credit(platform(GATEWAY_CLEARING, dispute.fee()), dispute.fee())));
  }

  /**
   * The dispute was won: the gateway has given it back.
   *
   * @param at when it became known here, kept with the dispute
   */
  static JournalEntry disputeWon(Attempt attempt, StripeGateway.DisputeAnswer dispute, Instant at) {
    return new JournalEntry(
        JournalType.DISPUTE_WON,
        "dispute-won:" + dispute.dispute(),
        at,
        about(attempt, dispute.dispute()),
        List.of(
            Line.debit(platform(GATEWAY_CLEARING, dispute.amount()), dispute.amount()),
            Line.credit(platform(DISPUTES_RECEIVABLE, dispute.amount()), dispute.amount())));
  }

  /**
   * The dispute was lost: borne by what a failed refund left owing to the same cardholder, by what
   * lies with the listing for the charge, and beyond that by the platform.
   *
   * @param fromPayable what was owed to the cardholder already
   * @param from at most what stands on the escrow and on the tips held
   * @param at when it became known here, kept with the dispute
   */
  static JournalEntry disputeLost(
      Attempt attempt,
      StripeGateway.DisputeAnswer dispute,
      Money fromPayable,
      Refunds.Part from,
      Instant at) {
    Money loss = dispute.amount().minus(fromPayable).minus(from.total());
    List<Line> lines = new ArrayList<>();
    if (fromPayable.isPositive()) {
      lines.add(Line.debit(platform(REFUNDS_PAYABLE, fromPayable), fromPayable));
    }
    if (from.amount().isPositive()) {
      lines.add(Line.debit(own(LISTING_ESCROW, attempt.listing(), from.amount()), from.amount()));
    }
    if (from.tip().isPositive()) {
      lines.add(Line.debit(own(TIPS_HELD, attempt.listing(), from.tip()), from.tip()));
    }
    if (loss.isPositive()) {
      lines.add(Line.debit(platform(PLATFORM_LOSS, loss), loss));
    }
    lines.add(Line.credit(platform(DISPUTES_RECEIVABLE, dispute.amount()), dispute.amount()));
    return new JournalEntry(
        JournalType.DISPUTE_LOST,
        "dispute-lost:" + dispute.dispute(),
        at,
        about(attempt, dispute.dispute()),
        lines);
  }

  /**
   * The gateway has paid out to the bank.
   *
   * @param number more than 1 where it is booked anew after it was reversed
   */
  static JournalEntry payout(StripeGateway.PayoutAnswer payout, int number) {
    return new JournalEntry(
        JournalType.GATEWAY_PAYOUT,
        payoutKey(payout, number),
        payout.arrival(),
        JournalReference.to(payout.payout()),
        List.of(
            Line.debit(platform(ESCROW_BANK, payout.amount()), payout.amount()),
            Line.credit(platform(GATEWAY_CLEARING, payout.amount()), payout.amount())));
  }

  static String payoutKey(StripeGateway.PayoutAnswer payout, int number) {
    return "gateway-payout:" + payout.payout() + (number == 1 ? "" : ":" + number);
  }

  /** The clearing is too small for what has to go back: our own money tops it up. */
  static JournalEntry topUp(String key, Money amount, String text, Instant at) {
    return new JournalEntry(
        JournalType.CLEARING_TOP_UP,
        "clearing-top-up:" + key,
        at,
        JournalReference.to(text),
        List.of(
            Line.debit(platform(GATEWAY_CLEARING, amount), amount),
            Line.credit(platform(OPERATING_BANK, amount), amount)));
  }

  private static AccountRef platform(AccountKind kind, Money amount) {
    return AccountRef.of(kind, amount.currency());
  }

  private static AccountRef own(AccountKind kind, ListingId listing, Money amount) {
    return AccountRef.of(kind, amount.currency(), listing.value());
  }

  private static JournalReference about(Attempt attempt, String text) {
    return new JournalReference(attempt.listing().value(), attempt.pledge().value(), text);
  }

  private static JournalReference about(Refund refund, String text) {
    return new JournalReference(refund.listing().value(), refund.pledge().value(), text);
  }
}
