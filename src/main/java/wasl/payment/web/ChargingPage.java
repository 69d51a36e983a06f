package wasl.payment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.ChargePauses;
import wasl.payment.ChargingQueries;
import wasl.payment.EndPause;
import wasl.payment.PauseCharging;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/charging}: how all charging goes, and where it is held. */
@Named
@RequestScoped
public class ChargingPage {

  private static final String HERE = "/finance/charging";

  @Inject private CurrentActor current;
  @Inject private ChargingQueries queries;
  @Inject private ChargePauses pauses;
  @Inject private ListingQueries listings;
  @Inject private PartyQueries parties;
  @Inject private PauseCharging pause;
  @Inject private EndPause resume;
  @Inject private PageMessages messages;

  private final Map<PartyId, String> names = new HashMap<>();
  private ChargingQueries.Counts counts;
  private ChargingQueries.Pace pace;
  private List<ChargePauses.Pause> holding;
  private List<ChargePauses.Pause> last;
  private String reason;

  /** Reads all of it. */
  @PostConstruct
  void open() {
    current.get().require(Permission.READ_LEDGER);
    counts = queries.counts();
    pace = queries.pace();
    holding = pauses.open();
    last = pauses.last(null);
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  /** Holds all charging. */
  public void pause() {
    pause.handle(new PauseCharging.Command(current.get(), null, reason));
    messages.flash("ok", "payment.pause.done");
    PageLinks.here().go(HERE);
  }

  /** Lets it go on. */
  public void resume() {
    resume.handle(new EndPause.Command(current.get(), null));
    messages.flash("ok", "payment.pause.ended");
    PageLinks.here().go(HERE);
  }

  public ChargingQueries.Counts getCounts() {
    return counts;
  }

  public ChargingQueries.Pace getPace() {
    return pace;
  }

  /** Pauses that hold now. */
  public List<ChargePauses.Pause> getHolding() {
    return holding;
  }

  /** The last pauses of all charging. */
  public List<ChargePauses.Pause> getLast() {
    return last;
  }

  /** What a pause is about; null for all listings. */
  public ListingFacts facts(ListingId listing) {
    return listing == null ? null : listings.facts(listing);
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null ? "" : names.computeIfAbsent(officer, id -> parties.contact(id).name());
  }

  /** Whether this person may pause and resume. */
  public boolean isMine() {
    return current.get().may(Permission.MOVE_MONEY);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
