package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.InvestorTables;
import wasl.shared.Lang;
import wasl.shared.web.Download;

/** {@code /my/tables/pledges.csv} and {@code /my/tables/payments.csv}. */
@Named
@RequestScoped
public class PledgeTables {

  @Inject private InvestorTables tables;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;

  /** Answers with the reader's own pledges. */
  public void pledges() {
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    Download.csv("wasl-pledges.csv", tables.pledges(current.get().party(), lang()));
  }

  /** Answers with the reader's own payments. */
  public void payments() {
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    Download.csv("wasl-payments.csv", tables.payments(current.get().party(), lang()));
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
