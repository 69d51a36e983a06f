package wasl.listing;

import java.time.Instant;
import java.time.LocalDate;
import wasl.money.Currency;
import wasl.money.ViewerCurrency;
import wasl.shared.Refusal;

/** Why something cannot be done with a listing or its business. */
public sealed interface ListingRefused extends Refusal {

  /** There is no such listing, or it is not for this reader. */
  record NotFound() implements ListingRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** The life cycle does not allow the step in the state in which the listing is by now. */
  record StateChanged(ListingState state) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The 30 days after the rejection are over. */
  record AppealTooLate(LocalDate until) implements ListingRefused {}

  /** A listing may be appealed once. */
  record AppealedAlready() implements ListingRefused {}

  /** What happens by itself at an instant was asked for before it. */
  record NotYetDue(Instant from) implements ListingRefused {}

  /** Conditions that must be met before publication are not confirmed yet. */
  record PreconditionsOpen(long count) implements ListingRefused {}

  /** The campaign's start lies too far ahead. */
  record StartTooLate(Instant latest) implements ListingRefused {}

  /** The reviewers did not ask for changes in this section. */
  record SectionClosed(Section section) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Somebody saved the same section in the meantime. */
  record EditConflict(Section section) implements ListingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The owner has not said yet that the condition is met. */
  record ConditionNotDone() implements ListingRefused {}

  /** Another listing of the business is before reviewers or the public, so it stays as it is. */
  record BusinessInUse() implements ListingRefused {}

  /** A text is longer than its field may be. */
  record TextTooLong(Section section, int most) implements ListingRefused {}

  /** Names, titles and summaries carry no web or e-mail addresses. */
  record LinkInText(Section section) implements ListingRefused {}

  /** There are more rows than a section may have. */
  record TooMany(Section section, int most) implements ListingRefused {}

  /** A number or an amount lies outside what makes sense. */
  record OutOfRange(Section section) implements ListingRefused {}

  /** A video link is not an https address. */
  record VideoLink() implements ListingRefused {}

  /** The owner has as many drafts as one person may have. */
  record TooManyDrafts(int most) implements ListingRefused {}

  /** There is no stored rate between dinars and this currency. */
  record RateMissing(Currency currency) implements ListingRefused {}

  /** No rate was typed. */
  record RatesMissing() implements ListingRefused {}

  /** What was typed is no number of dinars that a unit of this currency may stand for. */
  record RateUnfit(ViewerCurrency currency) implements ListingRefused {}

  /** The day of a rate is missing, or still to come. */
  record RateDay() implements ListingRefused {}

  /** Who published the rates is to be said in each language, and not at length. */
  record RateSource(int most) implements ListingRefused {}

  /** A rate is far from the one before; whoever enters it is to say that it is meant. */
  record RateFarOff(ViewerCurrency currency) implements ListingRefused {}

  /** The owner has not accepted that the money is paid from the minimum viable amount on. */
  record PayoutClause() implements ListingRefused {}

  /** A note is longer than it may be. */
  record NoteTooLong(int most) implements ListingRefused {}

  /** Withdrawing is for good; the owner has not said to be sure. */
  record WithdrawalNotConfirmed() implements ListingRefused {}
}
