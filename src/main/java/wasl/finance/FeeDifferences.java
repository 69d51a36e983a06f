package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wasl.ledger.AccountKind;
import wasl.ledger.JournalId;
import wasl.ledger.JournalReference;
import wasl.ledger.Ledger;
import wasl.ledger.MovementQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.payment.ChargeFees;
import wasl.payment.MovementPart;
import wasl.shared.Ids;
import wasl.shared.Refused;

/**
 * What of a difference is a fee that the books do not have: of a charge, refund or dispute that
 * both sides know, or a movement of the gateway that belongs to nothing else, such as its monthly
 * bill. Reckoned anew from the books each time, under the difference's lock.
 */
@ApplicationScoped
public class FeeDifferences {

  @Inject private Reconciliations reconciliations;
  @Inject private FeeBookings bookings;
  @Inject private MovementQueries books;
  @Inject private ChargeFees charges;
  @Inject private Ledger ledger;

  /** Whether an officer may book it at all. */
  static boolean bookable(Difference what) {
    boolean own =
        what.kind() == DifferenceKind.MISSING_IN_BOOKS && what.part() == MovementPart.OTHER;
    boolean same = what.booked() == null || what.booked().currency() == currency(what);
    return currency(what) != null && same && (own || what.kind() == DifferenceKind.OTHER_FEE);
  }

  private static Currency currency(Difference what) {
    return what.gateway() == null ? null : what.gateway().currency();
  }

  /**
   * Locks an open difference until the transaction ends.
   *
   * @throws Refused {@link FinanceRefused.NoDifference}, {@link FinanceRefused.NoFee}
   */
  Reconciliations.Kept lock(long id) {
    Reconciliations.Kept kept =
        reconciliations.lock(id).orElseThrow(() -> new Refused(new FinanceRefused.NoDifference()));
    if (!bookable(kept.what())) {
      throw new Refused(new FinanceRefused.NoFee());
    }
    return kept;
  }

  /**
   * What the books lack now; negative where they have too much.
   *
   * @throws Refused {@link FinanceRefused.NothingToBook}
   */
  Money missing(Reconciliations.Kept kept) {
    Difference what = kept.what();
    Money gateway = what.gateway();
    Money booked = bookings.booked(what.kind(), what.part(), what.source(), gateway.currency());
    Money missing =
        what.kind() == DifferenceKind.OTHER_FEE
            ? gateway.minus(byItself(what)).minus(booked)
            : gateway.negated().minus(booked);
    if (missing.isZero() || kept.closedAt() != null) {
      throw new Refused(new FinanceRefused.NothingToBook());
    }
    return missing;
  }

  /** What was booked of the fee when it became known. */
  private Money byItself(Difference what) {
    Currency currency = what.gateway().currency();
    return books.withReference(AccountKind.GATEWAY_CLEARING, List.of(what.source())).stream()
        .filter(journal -> !journal.undone() && what.part().feeOf(journal.type()))
        .filter(journal -> what.source().equals(journal.reference()))
        .filter(journal -> journal.amount().currency() == currency)
        .map(journal -> journal.amount().negated())
        .reduce(Money.zero(currency), Money::plus);
  }

  /**
   * Books what is missing and has it compared again.
   *
   * @throws Refused {@link FinanceRefused.FeeChanged} where that is no longer what was decided
   */
  JournalId book(Reconciliations.Kept kept, FeeBooking decided, PartyId by, Instant now) {
    Difference what = kept.what();
    if (what.part() == MovementPart.CHARGE && what.kind() == DifferenceKind.OTHER_FEE) {
      charges.known(what.source(), what.gateway());
    }
    Money missing = missing(kept);
    if (!missing.equals(decided.fee())) {
      throw new Refused(new FinanceRefused.FeeChanged(missing));
    }
    JournalId journal =
        ledger.post(
            FeePostings.corrected(
                decided.id(),
                what.part(),
                new JournalReference(what.listing(), what.pledge(), what.source()),
                missing,
                what.gatewayAt()));
    Instant from = what.gatewayAt();
    reconciliations.ask(Ids.next(), null, by.value(), from, from.plus(Duration.ofSeconds(1)), now);
    return journal;
  }
}
