package wasl.vetting;

import wasl.listing.Section;
import wasl.shared.Refusal;

/** Why something cannot be done with a case or a routing rule. */
public sealed interface VettingRefused extends Refusal {
  /** There is no such case, or it is not for this reader. */
  record NotFound() implements VettingRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** Somebody else was faster, or the step was done already. */
  record CaseChanged(CaseState state) implements VettingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The proposal was returned, or another stands in its place. */
  record ProposalChanged() implements VettingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Whoever proposed a decision cannot confirm it. */
  record FourEyes() implements VettingRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** An appeal is decided by reviewers who did not decide before. */
  record DecidedBefore() implements VettingRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** The file is shown only after the declaration of interest. */
  record DeclareFirst() implements VettingRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** This reviewer has stepped back from the case. */
  record Recused() implements VettingRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** This reviewer owns the listing or has money in it. */
  record HasInterest() implements VettingRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** Items of the checklist have no answer yet. */
  record ChecklistIncomplete(long open) implements VettingRefused {}

  /** A “no” needs a remark that says why. */
  record RemarksMissing(long count) implements VettingRefused {}

  /** Criteria have no score yet. */
  record ScoresMissing(long open) implements VettingRefused {}

  /** A score is 1 to 5. */
  record ScoreOutOfRange() implements VettingRefused {
    @Override
    public int status() {
      return 400;
    }
  }

  /** The published summary is too short to give reasons. */
  record SummaryTooShort(long least) implements VettingRefused {}

  /** The published reason of a suspension or a stop is too short. */
  record ReasonTooShort(long least) implements VettingRefused {}

  /** A text is longer than can be kept. */
  record TextTooLong(long most) implements VettingRefused {}

  /** Neither approval nor rejection was chosen. */
  record OutcomeMissing() implements VettingRefused {}

  /** Neither “no interest” nor recusal was declared. */
  record InterestMissing() implements VettingRefused {}

  /** No section was named in which to make changes. */
  record SectionsMissing() implements VettingRefused {}

  /** A section was named without saying what to change there. */
  record MessageMissing(Section section) implements VettingRefused {}

  /** A proposal is returned with a word to whoever made it. */
  record ReturnNoteMissing() implements VettingRefused {}

  /** There is no such item in this case's checklist. */
  record UnknownItem() implements VettingRefused {
    @Override
    public int status() {
      return 400;
    }
  }

  /** There is no such routing rule any more. */
  record RuleNotFound() implements VettingRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** A rule names the institution that leads. */
  record RuleInstitutionMissing() implements VettingRefused {}

  /** A rule gives 1 to 90 working days. */
  record RuleDaysOutOfRange(long least, long most) implements VettingRefused {}

  /** The range's end lies below its beginning, or a bound is not an amount. */
  record RuleAmountsWrong() implements VettingRefused {}

  /** One rule must fit every listing, else some would have no lead. */
  record RuleForAllMissing() implements VettingRefused {}

  /** Two rules have the same place in the order. */
  record RulePriorityTaken(long priority) implements VettingRefused {}
}
