package wasl.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.ledger.AccountOwner;
import wasl.ledger.AccountQueries;
import wasl.ledger.AccountRef;
import wasl.ledger.AccountView;
import wasl.ledger.Basis;
import wasl.ledger.LedgerField;
import wasl.ledger.LedgerRefused;
import wasl.ledger.StatementQueries;
import wasl.shared.Access;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.Download;
import wasl.shared.web.PageMessages;

/** One account and its statement of a period, by the date of booking or of happening. */
@Named("ledgerAccountPage")
@RequestScoped
public class AccountPage {

  private static final int SIZE = 50;

  @Inject private Access access;
  @Inject private AccountQueries queries;
  @Inject private StatementQueries statements;
  @Inject private ListingTitles titles;
  @Inject private PageMessages messages;

  private String id;
  private String from;
  private String to;
  private String by;
  private int page = 1;
  private AccountView account;
  private StatementQueries.Statement statement;
  private ListingTitles.Title title;

  /** Reads what the page shows. */
  public void load() {
    access.require("READ_LEDGER");
    account =
        AccountRef.parse(id)
            .flatMap(queries::account)
            .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    if (isOfListing()) {
      long listing = account.ref().owner();
      title = titles.of(List.of(listing)).get(listing);
    }
    statement =
        statements.page(
            new StatementQueries.Wanted(
                account.ref(),
                getBasis(),
                LedgerDays.read(from, LedgerField.FROM, messages),
                LedgerDays.read(to, LedgerField.TO, messages)),
            new Page.Wish(page - 1, SIZE));
  }

  /** Answers with the whole statement as a table. */
  public void table() {
    access.require("READ_LEDGER");
    StatementQueries.Wanted wanted = StatementQueries.Wanted.parse(id, getBasis().name(), from, to);
    Download.stream(
        "wasl-statement.csv", "text/csv; charset=UTF-8", out -> statements.write(wanted, out));
  }

  public AccountView getAccount() {
    return account;
  }

  public StatementQueries.Statement getStatement() {
    return statement;
  }

  /** By which date the statement counts. */
  public Basis getBasis() {
    return Basis.of(by).orElse(Basis.BOOKED);
  }

  public Basis[] getBases() {
    return Basis.values();
  }

  /** The listing's or party's id as people know it; empty for the platform's accounts. */
  public String getOwner() {
    return account.owner();
  }

  /** What the project is called; null for an account of none. */
  public ListingTitles.Title getTitle() {
    return title;
  }

  public boolean isOfListing() {
    return account.ref().kind().owner() == AccountOwner.LISTING;
  }

  /** The rest of the address for the pager and the download. */
  public String getParams() {
    return new Query().add("from", from).add("to", to).add("by", by).toString();
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

  public String getBy() {
    return by;
  }

  public void setBy(String by) {
    this.by = by;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
