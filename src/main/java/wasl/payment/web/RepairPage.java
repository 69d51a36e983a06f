package wasl.payment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.Cards;
import wasl.payment.DeclineReason;
import wasl.payment.DropPledge;
import wasl.payment.PayNow;
import wasl.payment.Repairs;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/pledges/{id}/repair}: why the card was not charged, and the ways on. */
@Named
@RequestScoped
public class RepairPage {

  @Inject private PledgeQueries pledges;
  @Inject private Repairs repairs;
  @Inject private Cards cards;
  @Inject private PayNow payNow;
  @Inject private DropPledge drop;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String id;
  private boolean asked;
  private PledgeView pledge;
  private Repairs.Repair repair;
  private Cards.Saved card;

  /** Reads the pledge and its repair; a pledge that needs none leads to its own page. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    pledge = pledges.own(pledgeId(), current.get().party());
    repair = repairs.find(pledge.id()).orElse(null);
    card = cards.card(pledge.id()).orElse(null);
    boolean here =
        repair != null
            && (pledge.state() == PledgeState.REPAIR || pledge.state() == PledgeState.CHARGING);
    if (!here) {
      PageLinks.here().go("/my/pledges/" + id);
    }
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    current.get();
  }

  private PledgeId pledgeId() {
    return PledgeId.parse(id).orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }

  /** Charges the saved card now; leads to the bank's page where the bank asks for it. */
  public void payNow() {
    String back = "/pay/" + pledge.payToken() + "/back";
    Optional<String> bank =
        payNow.handle(
            new PayNow.Command(current.get(), pledgeId(), PageLinks.here().absolute(back)));
    PageLinks.here().go(bank.orElse(back));
  }

  /** Gives the pledge up, after the page has asked. */
  public void giveUp() {
    drop.handle(new DropPledge.Command(current.get(), pledgeId()));
    messages.flash("ok", "pledge.dropped");
    PageLinks.here().go("/my/pledges/" + id);
  }

  public PledgeView getPledge() {
    return pledge;
  }

  public Repairs.Repair getRepair() {
    return repair;
  }

  /** The card that was tried; null where it is gone. */
  public Cards.Saved getCard() {
    return card;
  }

  public boolean isWaiting() {
    return pledge.state() == PledgeState.CHARGING;
  }

  /** Whether paying now with the same card may help. */
  public boolean isPayable() {
    return card != null && repair.reason().payable();
  }

  /** What paying now means: {@code continue}, {@code authenticate} or {@code pay}. */
  public String getButton() {
    if (isWaiting()) {
      return "continue";
    }
    return repair.reason() == DeclineReason.AUTHENTICATION ? "authenticate" : "pay";
  }

  public String getId() {
    return id;
  }

  /** Whether the page asks if the pledge should really be given up. */
  public boolean isAsked() {
    return asked;
  }

  public void setAsked(boolean asked) {
    this.asked = asked;
  }
}
