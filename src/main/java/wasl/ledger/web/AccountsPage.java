package wasl.ledger.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import wasl.ledger.AccountClass;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountOwner;
import wasl.ledger.AccountQueries;
import wasl.ledger.Basis;
import wasl.ledger.EscrowCover;
import wasl.ledger.LedgerField;
import wasl.ledger.LedgerRefused;
import wasl.shared.Access;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** The chart of accounts with its balances; with a kind, that kind's accounts one by one. */
@Named("ledgerAccountsPage")
@RequestScoped
public class AccountsPage {

  @Inject private Access access;
  @Inject private AccountQueries queries;
  @Inject private ListingTitles titles;
  @Inject private PageMessages messages;

  private String kind;
  private String day;
  private String by;
  private List<AccountQueries.KindTotal> totals = List.of();
  private AccountRows rows;

  /** Accounts of one class. */
  public record Section(AccountClass name, List<AccountQueries.KindTotal> rows) {}

  /** Knows the rows before a script asks for a page of them. */
  @PostConstruct
  void open() {
    access.require("READ_LEDGER");
    kind = PageLinks.value("kind");
    if (kind != null) {
      rows =
          new AccountRows(
              queries,
              titles,
              Arrays.stream(AccountKind.values())
                  .filter(each -> each.name().equals(kind))
                  .findFirst()
                  .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger())));
    }
  }

  /** Reads the chart. */
  public void load() {
    if (kind == null) {
      LocalDate asOf = LedgerDays.read(day, LedgerField.TO, messages);
      totals = asOf == null ? queries.totals() : queries.totals(getBasis(), asOf);
    }
  }

  public List<Section> getSections() {
    return Arrays.stream(AccountClass.values())
        .map(
            each ->
                new Section(
                    each,
                    totals.stream().filter(row -> row.kind().accountClass() == each).toList()))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  /** By which date the day counts. */
  public Basis getBasis() {
    return Basis.of(by).orElse(Basis.BOOKED);
  }

  public Basis[] getBases() {
    return Basis.values();
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getBy() {
    return by;
  }

  public void setBy(String by) {
    this.by = by;
  }

  /** Currencies in which the escrow is not fully covered. */
  public List<EscrowCover> getGaps() {
    return EscrowCover.of(totals).stream().filter(cover -> cover.missing().isPositive()).toList();
  }

  /** Where a row of the chart leads: an account, or the list of its kind's accounts. */
  public String link(AccountQueries.KindTotal row) {
    return row.kind().owner() == AccountOwner.PLATFORM
        ? "/finance/accounts/" + row.kind() + ":" + row.currency()
        : "/finance/accounts?kind=" + row.kind();
  }

  /** The accounts of the kind; null without one. */
  public AccountRows getRows() {
    return rows;
  }

  public String getKind() {
    return kind;
  }
}
