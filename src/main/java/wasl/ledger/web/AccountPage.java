package wasl.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.ledger.AccountOwner;
import wasl.ledger.AccountQueries;
import wasl.ledger.AccountRef;
import wasl.ledger.AccountView;
import wasl.ledger.JournalFilter;
import wasl.ledger.LedgerRefused;
import wasl.ledger.StatementLine;
import wasl.shared.Access;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.PageMessages;

/** One account and its statement. */
@Named("ledgerAccountPage")
@RequestScoped
public class AccountPage {

  private static final int SIZE = 50;

  @Inject private Access access;
  @Inject private AccountQueries queries;
  @Inject private PageMessages messages;

  private String id;
  private String from;
  private String to;
  private int page = 1;
  private AccountView account;
  private Page<StatementLine> lines;

  /** Reads what the page shows. */
  public void load() {
    access.require("READ_LEDGER");
    account =
        AccountRef.parse(id)
            .flatMap(queries::account)
            .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    JournalFilter period = JournalFilter.ALL;
    try {
      period = JournalFilter.parse(null, null, null, null, from, to);
    } catch (Refused malformed) {
      messages.refuse(malformed.refusal());
    }
    lines =
        queries.statement(account.ref(), period.from(), period.to(), new Page.Wish(page - 1, SIZE));
  }

  public AccountView getAccount() {
    return account;
  }

  public Page<StatementLine> getLines() {
    return lines;
  }

  /** The listing's or party's id as people know it; empty for the platform's accounts. */
  public String getOwner() {
    return account.owner();
  }

  public boolean isOfListing() {
    return account.ref().kind().owner() == AccountOwner.LISTING;
  }

  /** The rest of the address for the pager. */
  public String getParams() {
    return new Query().add("from", from).add("to", to).toString();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
