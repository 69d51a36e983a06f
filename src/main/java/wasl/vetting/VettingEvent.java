package wasl.vetting;

import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.DomainEvent;

/** What has happened to a case. */
public sealed interface VettingEvent extends DomainEvent {
  /** The case to which it happened. */
  CaseId file();

  /** A listing has come in: the lead's reviewers have a new case. */
  record CaseOpened(CaseId file, ListingId listing, InstitutionId lead) implements VettingEvent {}

  /** One reviewer has proposed a decision: a colleague is awaited. */
  record DecisionProposed(
      CaseId file, ListingId listing, InstitutionId lead, ProposalId proposal, PartyId by)
      implements VettingEvent {}

  /** A proposal was returned to the one who had made it. */
  record ProposalReturned(CaseId file, ListingId listing, ProposalId proposal, PartyId to)
      implements VettingEvent {}

  /** The owner has answered the asked changes: the case is on the lead's desk again. */
  record CaseReturned(CaseId file, ListingId listing, InstitutionId lead) implements VettingEvent {}

  /** The lead's working days are over and nothing is decided. */
  record CaseOverdue(CaseId file, ListingId listing, InstitutionId lead) implements VettingEvent {}
}
