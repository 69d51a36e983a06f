package wasl.payout;

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

/**
 * The recipes of what leaves the escrow for a business and for the platform. Keys are made of what
 * happened, so that each is posted once however often it is told.
 */
public final class PayoutPostings {

  private PayoutPostings() {}

  /**
   * A tranche is approved: out of the listing's escrow, less the platform's fee, on its way to the
   * business.
   *
   * @param tranche the tranche's own id
   * @param gross the milestone's share of the money
   * @param fee the platform's part of it, zero or more
   */
  public static JournalEntry approved(
      ListingId listing, String tranche, Money gross, Money fee, Instant at) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.debit(escrow(listing, gross), gross));
    lines.add(Line.credit(inTransit(gross), gross.minus(fee)));
    if (fee.isPositive()) {
      lines.add(Line.credit(AccountRef.of(AccountKind.PLATFORM_FEE_INCOME, fee.currency()), fee));
    }
    return new JournalEntry(
        JournalType.TRANCHE_APPROVED,
        "tranche-approved:" + tranche,
        at,
        new JournalReference(listing.value(), null, tranche),
        lines);
  }

  /**
   * The bank's statement shows that the tranche has left.
   *
   * @param net what left
   */
  public static JournalEntry confirmed(ListingId listing, String tranche, Money net, Instant at) {
    return new JournalEntry(
        JournalType.TRANCHE_CONFIRMED,
        "tranche-confirmed:" + tranche,
        at,
        new JournalReference(listing.value(), null, tranche),
        List.of(
            Line.debit(inTransit(net), net),
            Line.credit(AccountRef.of(AccountKind.ESCROW_BANK, net.currency()), net)));
  }

  /**
   * The bank has sent the tranche back: what was on its way is the listing's escrow again. The
   * platform's fee was never on its way and stays where it is.
   *
   * @param net what came back
   */
  public static JournalEntry rejected(ListingId listing, String tranche, Money net, Instant at) {
    return new JournalEntry(
        JournalType.TRANCHE_REJECTED,
        "tranche-rejected:" + tranche,
        at,
        new JournalReference(listing.value(), null, tranche),
        List.of(Line.debit(inTransit(net), net), Line.credit(escrow(listing, net), net)));
  }

  /**
   * Tips and fees that the platform has earned leave the escrow bank account.
   *
   * @param transfer the bank's reference
   */
  public static JournalEntry swept(String transfer, Money amount, Instant at) {
    return new JournalEntry(
        JournalType.ESCROW_SWEEP,
        "escrow-sweep:" + transfer,
        at,
        JournalReference.to(transfer),
        List.of(
            Line.debit(AccountRef.of(AccountKind.OPERATING_BANK, amount.currency()), amount),
            Line.credit(AccountRef.of(AccountKind.ESCROW_BANK, amount.currency()), amount)));
  }

  private static AccountRef escrow(ListingId listing, Money amount) {
    return AccountRef.of(AccountKind.LISTING_ESCROW, amount.currency(), listing.value());
  }

  private static AccountRef inTransit(Money amount) {
    return AccountRef.of(AccountKind.TRANCHES_IN_TRANSIT, amount.currency());
  }
}
