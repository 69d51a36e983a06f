package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import wasl.finance.SearchDesk;
import wasl.party.Contact;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.pledge.PledgeView;
import wasl.shared.PlainText;

/** {@code /finance/search}: anything by whatever is in hand. */
@Named("deskSearchPage")
@RequestScoped
public class SearchPage {

  @Inject private SearchDesk desk;
  @Inject private CurrentActor current;

  private String q;
  private SearchDesk.Found found;

  /** Searches, where something was typed. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    String text = PlainText.line(q);
    if (text != null) {
      found = desk.find(text, current.get().lang(), current.get().may(Permission.MOVE_MONEY));
    }
  }

  public SearchDesk.Found getFound() {
    return found;
  }

  /** How many of each kind are found at most. */
  public int getMost() {
    return SearchDesk.MOST;
  }

  /** The name of a pledge's investor, for readers who may see it. */
  public String who(PledgeView pledge) {
    return Optional.ofNullable(found.people().get(pledge.investor())).map(Contact::name).orElse("");
  }

  public String getQ() {
    return q;
  }

  public void setQ(String q) {
    this.q = q;
  }
}
