package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.payment.Disputes;
import wasl.shared.Access;
import wasl.shared.Page;
import wasl.shared.PageNumber;

/** {@code /finance/disputes}: all disputes, those that must be answered first. */
@Named
@RequestScoped
public class DisputesPage {

  private static final int SIZE = 25;

  @Inject private Access access;
  @Inject private Disputes disputes;

  private int page = 1;
  private Page<Disputes.Dispute> all;

  /** Reads them. */
  public void load() {
    access.require("READ_LEDGER");
    all = disputes.all(new Page.Wish(page - 1, SIZE));
  }

  public Page<Disputes.Dispute> getAll() {
    return all;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
