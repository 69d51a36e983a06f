/**
 * Vetting: a submitted listing opens a case at the lead institution that the routing rules name;
 * its reviewers declare their interests, fill the checklist, ask for changes, and two different
 * ones decide. Afterwards the lead confirms conditions, suspends, resumes and stops. Uses shared,
 * money, outbox, party, listing. Tables: vetting_*. Events in: those of listing; out: {@link
 * wasl.vetting.VettingEvent}. Asks others by {@link wasl.vetting.Interests}; answers {@link
 * wasl.listing.InsideReaders} and {@link wasl.listing.VettedBy}.
 */
package wasl.vetting;
