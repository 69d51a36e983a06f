package wasl.pledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.party.CountryRules;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.pledge.AcceptedMandate;
import wasl.pledge.CancelPledge;
import wasl.pledge.ChangePledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgePolicy;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/pledges/{id}}: one pledge, its time line, and what can be done with it. */
@Named
@RequestScoped
public class PledgePage {

  @Inject private PledgeQueries pledges;
  @Inject private CancelPledge cancel;
  @Inject private ChangePledge change;
  @Inject private CountryRules countries;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private final PlacePledgeForm form = new PlacePledgeForm();
  private String id;
  private boolean asked;
  private PledgeView pledge;
  private AcceptedMandate mandate;

  /** Reads the pledge. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    pledge = pledges.own(pledgeId(), current.get().party());
    mandate = pledges.mandate(pledge.id()).orElse(null);
    form.setAmount(pledge.amount().decimal().toPlainString());
    form.setTip(pledge.tip().decimal().toPlainString());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    current.get();
  }

  private PledgeId pledgeId() {
    return PledgeId.parse(id).orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }

  /** Cancels, after the page has asked. */
  public void cancel() {
    cancel.handle(new CancelPledge.Command(current.get(), pledgeId()));
    messages.flash("ok", "pledge.cancelled");
    PageLinks.here().go("/my/pledges/" + id);
  }

  /** Changes amount and tip. */
  public void change() {
    change.handle(
        new ChangePledge.Command(
            current.get(),
            pledgeId(),
            TypedMoney.of(form.getAmount(), pledge.amount().currency()),
            TypedMoney.orZero(form.getTip(), pledge.amount().currency()),
            form.isConsent()));
    messages.flash("ok", "pledge.changed");
    PageLinks.here().go("/my/pledges/" + id);
  }

  public PledgeView getPledge() {
    return pledge;
  }

  /** The mandate as it was accepted; null where its words were not kept. */
  public AcceptedMandate getMandate() {
    return mandate;
  }

  /** Whether it can be cancelled or changed now. */
  public boolean isCancellable() {
    return pledge.cancellable(clock.instant());
  }

  public boolean isChangeable() {
    return isCancellable() && pledge.listing().state() == ListingState.LIVE;
  }

  /** Above how much an explicit consent is asked for; null for never. */
  public Money getConsentAbove() {
    Long limit = PledgePolicy.consentAbove(countries.of(pledge.country()), pledge.listing());
    return limit == null ? null : Money.minor(limit, pledge.amount().currency());
  }

  public boolean isInRepair() {
    return pledge.state() == PledgeState.REPAIR;
  }

  /** Whether the campaign is still to end. */
  public boolean isBeforeDeadline() {
    return pledge.state() == PledgeState.FIRM || pledge.state() == PledgeState.REFLECTING;
  }

  public PlacePledgeForm getForm() {
    return form;
  }

  public String getId() {
    return id;
  }

  /** Whether the page asks if the pledge should really be cancelled. */
  public boolean isAsked() {
    return asked;
  }

  public void setAsked(boolean asked) {
    this.asked = asked;
  }
}
