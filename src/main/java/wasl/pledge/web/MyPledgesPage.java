package wasl.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Page;
import wasl.shared.PageNumber;

/** {@code /my/pledges}. */
@Named
@RequestScoped
public class MyPledgesPage {

  private static final int SIZE = 20;

  @Inject private PledgeQueries pledges;
  @Inject private CurrentActor current;

  private int page = 1;
  private Page<PledgeView> found;

  /** Reads the page of pledges. */
  public void load() {
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    found = pledges.mine(current.get().party(), new Page.Wish(page - 1, SIZE));
  }

  public Page<PledgeView> getFound() {
    return found;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
