package wasl.payment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import wasl.party.CurrentActor;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.payment.InvestorBooks;
import wasl.payment.InvestorTables;
import wasl.payment.ReceiptNumber;
import wasl.payment.Receipts;
import wasl.payment.Statement;
import wasl.payment.StatementPaper;
import wasl.payment.Statements;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;
import wasl.shared.Refused;
import wasl.shared.web.Download;
import wasl.shared.web.PageLinks;

/** {@code /my/statements} and {@code /my/statements/{year}}, the same as PDF and as a table. */
@Named
@RequestScoped
public class StatementPage {

  @Inject private Statements statements;
  @Inject private Receipts receipts;
  @Inject private InvestorTables tables;
  @Inject private Institutions institutions;
  @Inject private PaperPrinter printer;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;

  private List<Integer> years;
  private Statement statement;
  private Map<PledgeId, ReceiptNumber> numbers;

  /** Reads the year; without one the newest. */
  @PostConstruct
  void open() {
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    years = statements.years(current.get().party());
    String wanted = PageLinks.value("year");
    Integer year =
        wanted == null
            ? years.get(0)
            : years.stream()
                .filter(each -> each.toString().equals(wanted))
                .findFirst()
                .orElse(null);
    if (year == null) {
      throw new Refused(new PledgeRefused.NotFound());
    }
    statement = statements.of(current.get().party(), year);
    numbers =
        receipts.numbersOf(
            statement.movements().stream().map(InvestorBooks.Movement::pledge).distinct().toList());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    current.get();
  }

  /** Answers with the PDF. */
  public void print() {
    Download.pdf(
        "wasl-statement-" + statement.year() + ".pdf",
        printer.pdf(
            StatementPaper.of(
                statement,
                current.name(),
                numbers,
                institutions.byCode(Institutions.OPERATOR).orElseThrow(),
                lang())));
  }

  /** Answers with the year's movements as a table. */
  public void table() {
    Download.csv(
        "wasl-statement-" + statement.year() + ".csv",
        tables.payments(statement.movements(), lang()));
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  public List<Integer> getYears() {
    return years;
  }

  public Statement getStatement() {
    return statement;
  }

  /** The number of a pledge's receipt, or nothing. */
  public String receipt(InvestorBooks.Movement movement) {
    ReceiptNumber number = numbers.get(movement.pledge());
    return number == null ? "" : number.toString();
  }
}
