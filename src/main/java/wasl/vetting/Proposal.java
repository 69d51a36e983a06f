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
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * A decision that one reviewer proposes, with its published reasons. Another one confirms it or
 * returns it with a word; whoever proposed may take it back.
 */
@Entity
@Table(name = "vetting_proposal")
@Access(AccessType.FIELD)
public class Proposal {
  @Id private long id;

  @Version private long version;

  @Column(name = "case_id")
  private CaseId file;

  private int round;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Lang lang;

  private String summary;

  private String note;

  @Column(name = "proposed_by")
  private PartyId proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "confirmed_by")
  private PartyId confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "returned_by")
  private PartyId returnedBy;

  @Column(name = "returned_at")
  private Instant returnedAt;

  @Column(name = "return_note")
  private String returnNote;

  /** For JPA. */
  protected Proposal() {}

  /**
   * Signed by the reviewer who proposes: from now on a colleague is awaited.
   *
   * @param file the case, which has moved on to the proposal already
   */
  public Proposal(Case file, Reasons reasons, PartyId reviewer, Instant now) {
    this.id = ProposalId.next().value();
    this.file = file.id();
    this.round = file.round();
    this.outcome = reasons.outcome();
    this.lang = reasons.lang();
    this.summary = reasons.summary();
    this.note = reasons.note();
    this.proposedBy = reviewer;
    this.proposedAt = now;
  }

  /**
   * Another reviewer confirms.
   *
   * @throws Refused {@link VettingRefused.FourEyes}, {@link VettingRefused.ProposalChanged}
   */
  public void confirm(PartyId reviewer, Instant now) {
    refuseEnded();
    if (reviewer.equals(proposedBy)) {
      throw new Refused(new VettingRefused.FourEyes());
    }
    confirmedBy = reviewer;
    confirmedAt = now;
  }

  /**
   * It goes back, with a word.
   *
   * @throws Refused {@link VettingRefused.ProposalChanged}
   */
  public void giveBack(PartyId reviewer, String word, Instant now) {
    refuseEnded();
    returnedBy = reviewer;
    returnedAt = now;
    returnNote = word;
  }

  private void refuseEnded() {
    if (confirmedBy != null || returnedBy != null) {
      throw new Refused(new VettingRefused.ProposalChanged());
    }
  }

  public ProposalId id() {
    return new ProposalId(id);
  }

  public int round() {
    return round;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The language in which the reasons were written. */
  public Lang lang() {
    return lang;
  }

  /** The published reasons. */
  public String summary() {
    return summary;
  }

  /** For the institution and the auditor only; may be null. */
  public String note() {
    return note;
  }

  public PartyId proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null until confirmed. */
  public PartyId confirmedBy() {
    return confirmedBy;
  }

  /** Null unless it was returned. */
  public String returnNote() {
    return returnNote;
  }
}
