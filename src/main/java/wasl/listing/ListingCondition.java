package wasl.listing;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * A condition attached to an approval: a task of the owner. The owner says that it is done, the
 * lead institution confirms. Publishing waits for those that are preconditions.
 */
@Entity
@Table(name = "listing_condition")
@Access(AccessType.FIELD)
public class ListingCondition {

  @Id private long id;

  @Column(name = "listing_id")
  private ListingId listing;

  @Enumerated(EnumType.STRING)
  private Lang lang;

  private String text;
  private boolean precondition;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "done_note")
  private String doneNote;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "confirmed_by")
  private PartyId confirmedBy;

  /** For JPA. */
  protected ListingCondition() {}

  /**
   * A new condition.
   *
   * @param lang the language of its text
   * @param precondition whether publishing waits for it
   */
  public ListingCondition(
      ListingId listing, Lang lang, String text, boolean precondition, Instant now) {
    this.id = Ids.next();
    this.listing = listing;
    this.lang = lang;
    this.text = text;
    this.precondition = precondition;
    this.createdAt = now;
  }

  /**
   * The owner says that it is met.
   *
   * @param note what was done, for the lead institution
   */
  public void markDone(String note, Instant now) {
    if (doneAt == null) {
      doneAt = now;
    }
    doneNote = note;
  }

  /**
   * A reviewer of the lead institution confirms that it is met.
   *
   * @throws Refused {@link ListingRefused.ConditionNotDone}
   */
  public void confirm(PartyId reviewer, Instant now) {
    if (doneAt == null) {
      throw new Refused(new ListingRefused.ConditionNotDone());
    }
    if (confirmedAt == null) {
      confirmedAt = now;
      confirmedBy = reviewer;
    }
  }

  public long id() {
    return id;
  }

  public ListingId listing() {
    return listing;
  }

  public Lang lang() {
    return lang;
  }

  public String text() {
    return text;
  }

  public boolean precondition() {
    return precondition;
  }

  /** When the owner said that it is met; null before. */
  public Instant doneAt() {
    return doneAt;
  }

  /** What the owner wrote about it; may be null. */
  public String doneNote() {
    return doneNote;
  }

  /** When the lead confirmed; null before. */
  public Instant confirmedAt() {
    return confirmedAt;
  }

  public PartyId confirmedBy() {
    return confirmedBy;
  }
}
