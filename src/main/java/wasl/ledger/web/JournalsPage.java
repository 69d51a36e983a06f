package wasl.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.ledger.JournalFilter;
import wasl.ledger.JournalType;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.shared.Access;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.PageMessages;

/** Journals, newest first, by what they are about. */
@Named("journalsPage")
@RequestScoped
public class JournalsPage {

  private static final int SIZE = 25;

  @Inject private Access access;
  @Inject private LedgerQueries queries;
  @Inject private ListingTitles titles;
  @Inject private PageMessages messages;

  private String pledge;
  private String listing;
  private String account;
  private String type;
  private String from;
  private String to;
  private int page = 1;
  private Page<JournalView> journals = new Page<>(List.of(), 0, SIZE, 0);
  private Map<Long, ListingTitles.Title> named = Map.of();

  /** Reads what the page shows; a filter that cannot be read finds nothing and says so. */
  public void load() {
    access.require("READ_LEDGER");
    try {
      journals =
          queries.journals(
              JournalFilter.parse(pledge, listing, account, type, from, to),
              new Page.Wish(page - 1, SIZE));
      named =
          titles.of(
              journals.items().stream()
                  .map(JournalView::listing)
                  .filter(Objects::nonNull)
                  .toList());
    } catch (Refused malformed) {
      messages.refuse(malformed.refusal());
    }
  }

  public Page<JournalView> getJournals() {
    return journals;
  }

  /** What the project of a journal is called; null where it is about none. */
  public ListingTitles.Title title(JournalView journal) {
    return named.get(journal.listing());
  }

  public JournalType[] getTypes() {
    return JournalType.values();
  }

  /** The rest of the address for the pager. */
  public String getParams() {
    return new Query()
        .add("pledge", pledge)
        .add("listing", listing)
        .add("account", account)
        .add("type", type)
        .add("from", from)
        .add("to", to)
        .toString();
  }

  public String getPledge() {
    return pledge;
  }

  public void setPledge(String pledge) {
    this.pledge = pledge;
  }

  public String getListing() {
    return listing;
  }

  public void setListing(String listing) {
    this.listing = listing;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
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
