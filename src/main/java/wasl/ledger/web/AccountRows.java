package wasl.ledger.web;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountOwner;
import wasl.ledger.AccountQueries;
import wasl.ledger.AccountView;
import wasl.ledger.LedgerRefused;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.LiveParts;
import wasl.shared.web.PageLinks;

/**
 * The accounts of one kind as a table reads them, page by page. Which page and in which order
 * stands in the address; whoever turns pages or sorts without loading the page anew is told the
 * address that shows the same.
 */
public class AccountRows extends LazyDataModel<AccountView> {

  private static final long serialVersionUID = 1L;

  private static final List<Integer> SIZES = List.of(5, 10, 25, 50, 100);
  private static final int SIZE = 50;

  /** With this the table's script asks for another number of rows. */
  private static final String ROWS = "f:accounts_rows";

  private final transient AccountQueries queries;
  private final transient ListingTitles titles;
  private final AccountKind kind;
  private final transient AccountQueries.Order order;
  private final int page;
  private final int size;
  private final long total;
  private transient Map<Long, ListingTitles.Title> named = Map.of();

  /**
   * @throws Refused if a number of rows is asked for that nobody can choose; the table itself would
   *     take it for a fault
   */
  AccountRows(AccountQueries queries, ListingTitles titles, AccountKind kind) {
    String asked = PageLinks.value(ROWS);
    if (asked != null && !SIZES.contains(PageNumber.of(asked))) {
      throw new Refused(new LedgerRefused.NotInLedger());
    }
    this.queries = queries;
    this.titles = titles;
    this.kind = kind;
    this.order = order(PageLinks.value("sort"), PageLinks.value("order"));
    int rows = PageNumber.of(PageLinks.value("rows"));
    this.size = SIZES.contains(rows) ? rows : SIZE;
    this.total = queries.countOf(kind);
    this.page = Math.min(PageNumber.of(PageLinks.value("page")), getPages());
  }

  private static AccountQueries.Order order(String sort, String order) {
    for (AccountQueries.By by : AccountQueries.By.values()) {
      if (by.name().equals(sort)) {
        return new AccountQueries.Order(by, "desc".equals(order));
      }
    }
    return AccountQueries.Order.NEWEST;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return (int) total;
  }

  @Override
  public List<AccountView> load(
      int first, int rows, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    AccountQueries.Order wished =
        sorts.values().stream()
            .filter(SortMeta::isActive)
            .findFirst()
            .map(sort -> order(sort.getField(), sort.getOrder().isDescending() ? "desc" : "asc"))
            .orElse(order);
    Page.Wish wish = new Page.Wish(first / Math.max(1, rows), rows);
    LiveParts.here(
        PageLinks.here()
            .to(
                "/finance/accounts?"
                    + params(wished, wish.size())
                    + (wish.page() == 0 ? "" : "&page=" + (wish.page() + 1))));
    List<AccountView> found = queries.ofKind(kind, wished, wish);
    if (kind.owner() == AccountOwner.LISTING) {
      named = titles.of(found.stream().map(each -> each.ref().owner()).toList());
    }
    return found;
  }

  /** What the project is called to which the account belongs; null for a party's account. */
  public ListingTitles.Title title(AccountView account) {
    return named.get(account.ref().owner());
  }

  /** How the table is put in order before somebody chooses. */
  public SortMeta getSort() {
    return SortMeta.builder()
        .field(order.by().name())
        .order(order.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
        .build();
  }

  /** The rest of the query, for the pager. */
  public String getParams() {
    return params(order, size);
  }

  /** The address of the first page in another order: that which one looks for first. */
  public String link(AccountQueries.By by) {
    boolean again = order.by() == by;
    return "?" + params(new AccountQueries.Order(by, !again || !order.descending()), size);
  }

  public AccountQueries.By[] getOrders() {
    return AccountQueries.By.values();
  }

  private String params(AccountQueries.Order order, int rows) {
    return "kind="
        + kind
        + (order.equals(AccountQueries.Order.NEWEST)
            ? ""
            : "&sort=" + order.by() + "&order=" + (order.descending() ? "desc" : "asc"))
        + (rows == SIZE ? "" : "&rows=" + rows);
  }

  /** The number of the page, from 1. */
  public int getPage() {
    return page;
  }

  public int getPages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** The first row of the page. */
  public int getFirst() {
    return (page - 1) * size;
  }

  public int getSize() {
    return size;
  }

  /** The numbers of rows that one may choose. */
  public String getSizes() {
    return String.join(",", SIZES.stream().map(String::valueOf).toList());
  }

  public long getTotal() {
    return total;
  }
}
