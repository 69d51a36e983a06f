package wasl.finance;

import java.time.Instant;
import java.util.List;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalEntry.Line;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.money.Money;
import wasl.payment.MovementPart;
import wasl.shared.Ids;

/** The recipe by which the books follow a fee of the gateway that they did not know. */
public final class FeePostings {

  private FeePostings() {}

  /**
   * The platform bears what the gateway kept beyond what is booked, or has it back.
   *
   * @param booking the officers' decision: booked once
   * @param part what the fee is of: those of disputes have their own account
   * @param fee negative where the gateway kept less than is booked
   * @param at when the gateway moved it
   */
  public static JournalEntry corrected(
      long booking, MovementPart part, JournalReference about, Money fee, Instant at) {
    boolean disputed = part == MovementPart.DISPUTE || part == MovementPart.DISPUTE_REVERSAL;
    AccountRef fees =
        AccountRef.of(
            disputed ? AccountKind.DISPUTE_FEES : AccountKind.GATEWAY_FEES, fee.currency());
    AccountRef clearing = AccountRef.of(AccountKind.GATEWAY_CLEARING, fee.currency());
    return new JournalEntry(
        JournalType.FEE_CORRECTED,
        "fee-corrected:" + Ids.text(booking),
        at,
        about,
        fee.isPositive()
            ? List.of(Line.debit(fees, fee), Line.credit(clearing, fee))
            : List.of(Line.debit(clearing, fee.negated()), Line.credit(fees, fee.negated())));
  }
}
