package wasl.vetting;

import java.time.Instant;
import java.util.Set;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.vetting.RoutingRule.Lead;

/** Cases made by their real verbs. */
final class VettingFixtures {
  static final WorkingDays CALENDAR = new WorkingDays(Set.of());
  static final InstitutionId LEAD = new InstitutionId(13);

  /** Sunday 22 November 2026, noon in Baghdad. */
  static final Instant SUNDAY = Instant.parse("2026-11-22T09:00:00Z");

  static final PartyId FIRST = new PartyId(1);
  static final PartyId SECOND = new PartyId(2);

  private VettingFixtures() {}

  static Case aCase() {
    return new Case(CaseId.next(), ListingId.next(), new Lead(LEAD, 10), 1, CALENDAR, SUNDAY);
  }

  static Case aCaseInReview() {
    Case file = aCase();
    file.open(SUNDAY);
    return file;
  }

  static Case aDecidedCase(Outcome outcome) {
    Case file = aCaseInReview();
    file.propose(outcome);
    file.decide(outcome, CALENDAR, SUNDAY);
    return file;
  }

  static Proposal aProposal(Case file, Outcome outcome) {
    return new Proposal(file, reasons(outcome), FIRST, SUNDAY);
  }

  static Reasons reasons(Outcome outcome) {
    return new Reasons(
        outcome, Lang.EN, "The papers are whole and the prices are those of the market.", null);
  }
}
