package wasl.payment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.ChargePauses;
import wasl.payment.ChargingQueries;
import wasl.payment.EndPause;
import wasl.payment.FinanceQueries;
import wasl.payment.PauseCharging;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeRuns;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.LiveParts;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;
import wasl.shared.web.PageTexts;

/** {@code /finance/run/{id}}: how far the charging of one campaign is. */
@Named
@RequestScoped
public class RunPage {

  private static final long TENTHS = 10;

  @Inject private PledgeRuns runs;
  @Inject private ListingQueries listings;
  @Inject private FinanceQueries queries;
  @Inject private CurrentActor current;
  @Inject private ChargingQueries charging;
  @Inject private ChargePauses pauses;
  @Inject private PartyQueries parties;
  @Inject private PauseCharging pause;
  @Inject private EndPause resume;
  @Inject private PageMessages messages;

  private String id;
  private PledgeRuns.Run run;
  private ListingFacts listing;
  private FinanceQueries.RunCounts counts;
  private long refused;
  private ChargingQueries.Pace pace;
  private List<ChargePauses.Pause> last;
  private boolean held;
  private String reason;

  /** Reads the run. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    run =
        Ids.parse(id)
            .flatMap(runs::find)
            .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
    listing = listings.facts(run.listing());
    counts = queries.counts(listing);
    refused = charging.refused(listing.id());
    pace = charging.pace();
    last = pauses.last(listing.id());
    held = pauses.hold(listing.id());
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    LiveParts.tell(this::told);
  }

  /** What is said aloud to who watches: how far it is in tenths, and that it does not go on. */
  private String told(PageTexts texts) {
    if (!isCharging()) {
      return texts.get("payment.run.progress." + run.progress());
    }
    if (held) {
      return texts.get(isPaused() ? "payment.pause.one" : "payment.pause.all");
    }
    long toGo = counts.toGo().pledges();
    long all = toGo + done();
    long tenths = all == 0 ? TENTHS : TENTHS * done() / all;
    return texts.of("payment.run.told", "share", tenths * TENTHS);
  }

  private long done() {
    return Stream.of(
            counts.charged(),
            counts.repair(),
            counts.unknown(),
            counts.dropped(),
            counts.refunded())
        .mapToLong(PledgeQueries.Count::pledges)
        .sum();
  }

  /** Whether there is something to watch: charges are still to begin, and nobody holds them. */
  public boolean isWatched() {
    return isCharging() && !held && counts.toGo().pledges() + counts.unknown().pledges() > 0;
  }

  /** Holds this listing's charges. */
  public void pause() {
    pause.handle(new PauseCharging.Command(current.get(), listing.id(), reason));
    messages.flash("ok", "payment.pause.done");
    PageLinks.here().go("/finance/run/" + id);
  }

  /** Lets them go on. */
  public void resume() {
    resume.handle(new EndPause.Command(current.get(), listing.id()));
    messages.flash("ok", "payment.pause.ended");
    PageLinks.here().go("/finance/run/" + id);
  }

  /** Charges that banks have refused. */
  public long getRefused() {
    return refused;
  }

  /** The pace of all charging, by which this listing's end is reckoned too. */
  public ChargingQueries.Pace getPace() {
    return pace;
  }

  /** When the last of these charges begins at the latest; null where none does by itself. */
  public Instant getEnd() {
    return counts.toGo().pledges() == 0 || isHeld() ? null : pace.end();
  }

  /** Whether this listing's charges are held, by itself or with all. */
  public boolean isHeld() {
    return held;
  }

  /** Whether it is held by itself. */
  public boolean isPaused() {
    return pauses.open(listing.id()).isPresent();
  }

  /** Whether this run charges cards. */
  public boolean isCharging() {
    return run.kind() == PledgeRuns.Kind.CHARGE && listing.state() == ListingState.COLLECTING;
  }

  /** Whether this person may pause and resume. */
  public boolean isMine() {
    return current.get().may(Permission.MOVE_MONEY);
  }

  /** The last pauses of this listing and of all. */
  public List<ChargePauses.Pause> getLast() {
    return last;
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null ? "" : parties.contact(officer).name();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public PledgeRuns.Run getRun() {
    return run;
  }

  public ListingFacts getListing() {
    return listing;
  }

  public FinanceQueries.RunCounts getCounts() {
    return counts;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
