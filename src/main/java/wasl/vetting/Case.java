package wasl.vetting;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.shared.Refused;
import wasl.vetting.RoutingRule.Lead;

/**
 * The file of a lead institution about one listing, from its submission to the end of the listing.
 *
 * <p>It comes in new; a reviewer opens it; the institution's working days run until it is decided
 * and stand still while the entrepreneur makes changes. One reviewer proposes, another confirms or
 * returns. An appeal opens a new round with fresh days. After the decision the file stays: the lead
 * may propose to stop the listing, which again takes two.
 */
@Entity
@Table(name = "vetting_case")
@Access(AccessType.FIELD)
public class Case {
  @Id private long id;

  @Version private long version;

  @Column(name = "listing_id")
  private ListingId listing;

  @Column(name = "institution_id")
  private InstitutionId institution;

  @Column(name = "checklist_id")
  private long checklist;

  @Enumerated(EnumType.STRING)
  private CaseState state;

  private int round;

  @Column(name = "working_days")
  private int workingDays;

  @Column(name = "days_used")
  private int daysUsed;

  @Column(name = "running_since")
  private Instant runningSince;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "overdue_told_at")
  private Instant overdueToldAt;

  /** For JPA. */
  protected Case() {}

  /**
   * A listing has come in.
   *
   * @param checklist the version of the checklist that is filled
   */
  public Case(
      CaseId id, ListingId listing, Lead lead, long checklist, WorkingDays calendar, Instant now) {
    this.id = id.value();
    this.listing = listing;
    this.institution = lead.institution();
    this.checklist = checklist;
    this.state = CaseState.LIFECYCLE.start();
    this.round = 1;
    this.workingDays = lead.workingDays();
    this.submittedAt = now;
    run(calendar, now);
  }

  /** The first reviewer opens the file. */
  public void open(Instant now) {
    advance(CaseAction.OPEN);
    openedAt = now;
  }

  /** The entrepreneur is asked for changes: the institution's days stand still. */
  public void askForChanges(WorkingDays calendar, Instant now) {
    advance(CaseAction.ASK_FOR_CHANGES);
    pause(calendar, now);
  }

  /** The changes have come: the days that were left run on. */
  public void resubmit(WorkingDays calendar, Instant now) {
    advance(CaseAction.RESUBMIT);
    run(calendar, now);
  }

  /** One reviewer proposes a decision. */
  public void propose(Outcome proposed) {
    if (proposed == Outcome.STOP) {
      advance(CaseAction.PROPOSE_STOP);
      round++;
    } else {
      advance(CaseAction.PROPOSE);
    }
  }

  /** The proposal goes back. */
  public void takeBack() {
    advance(CaseAction.RETURN);
  }

  /** Another reviewer has confirmed the proposal. */
  public void decide(Outcome decided, WorkingDays calendar, Instant now) {
    advance(CaseAction.CONFIRM);
    outcome = decided;
    decidedAt = now;
    pause(calendar, now);
  }

  /** The entrepreneur appeals: a new round with fresh days. */
  public void appeal(WorkingDays calendar, Instant now) {
    advance(CaseAction.APPEAL);
    round++;
    daysUsed = 0;
    outcome = null;
    decidedAt = null;
    run(calendar, now);
  }

  /** The listing was recalled, withdrawn or has lapsed. */
  public void close(WorkingDays calendar, Instant now) {
    advance(CaseAction.CLOSE);
    pause(calendar, now);
  }

  private void run(WorkingDays calendar, Instant now) {
    runningSince = now;
    overdueToldAt = null;
    dueAt = calendar.dueAt(now, workingDays - daysUsed);
  }

  private void pause(WorkingDays calendar, Instant now) {
    daysUsed = daysTaken(calendar, now);
    runningSince = null;
    dueAt = null;
  }

  /** The working days that the institution has taken in this round, up to now. */
  public int daysTaken(WorkingDays calendar, Instant now) {
    return runningSince == null ? daysUsed : daysUsed + calendar.between(runningSince, now);
  }

  /** The institution is told that its days are over: true the first time. */
  boolean tellOverdue(Instant now) {
    if (dueAt == null || overdueToldAt != null || now.isBefore(dueAt)) {
      return false;
    }
    overdueToldAt = now;
    return true;
  }

  /** Whether the action is possible now. */
  public boolean allows(CaseAction action) {
    return CaseState.LIFECYCLE.allows(state, action);
  }

  private void advance(CaseAction action) {
    state =
        CaseState.LIFECYCLE
            .next(state, action)
            .orElseThrow(() -> new Refused(new VettingRefused.CaseChanged(state)));
  }

  public CaseId id() {
    return new CaseId(id);
  }

  public ListingId listing() {
    return listing;
  }

  /** The lead institution. */
  public InstitutionId institution() {
    return institution;
  }

  /** The id of the checklist's version. */
  public long checklist() {
    return checklist;
  }

  public CaseState state() {
    return state;
  }

  /** Counts decisions: 1 for the first, one more for each appeal and each proposal to stop. */
  public int round() {
    return round;
  }

  /** How many working days the rule gave. */
  public int workingDays() {
    return workingDays;
  }

  /** The end of the due day; null while no days run. */
  public Instant dueAt() {
    return dueAt;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  /** Null until a reviewer has opened it. */
  public Instant openedAt() {
    return openedAt;
  }

  /** Null until decided. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Null until decided. */
  public Outcome outcome() {
    return outcome;
  }
}
