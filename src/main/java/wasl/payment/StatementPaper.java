package wasl.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wasl.money.Formats;
import wasl.party.Institution;
import wasl.payment.InvestorBooks.Movement;
import wasl.pledge.PledgeId;
import wasl.shared.Lang;
import wasl.shared.Paper;
import wasl.shared.Paper.Cell;
import wasl.shared.Texts;

/** A yearly statement on paper: the same figures as its page. */
public final class StatementPaper {

  private static final List<Integer> LINES = List.of(30, 14, 14, 14, 14, 14);
  private static final List<Integer> MOVEMENTS = List.of(14, 20, 30, 18, 18);

  private final Statement statement;
  private final Texts texts;
  private final Formats formats;
  private final Lang lang;

  private StatementPaper(Statement statement, Lang lang) {
    this.statement = statement;
    this.lang = lang;
    this.texts = Texts.in(lang);
    this.formats = Formats.in(lang);
  }

  /**
   * The paper in a language.
   *
   * @param receipts the numbers of the receipts of the pledges in it
   */
  public static Paper of(
      Statement statement,
      String investor,
      Map<PledgeId, ReceiptNumber> receipts,
      Institution issuer,
      Lang lang) {
    return new StatementPaper(statement, lang).paper(investor, receipts, issuer);
  }

  private Paper paper(String investor, Map<PledgeId, ReceiptNumber> receipts, Institution issuer) {
    Paper paper =
        new Paper(
                lang, texts.of("payment.statement.title", "year", String.valueOf(statement.year())))
            .head(issuer.name(lang));
    paper.rows(
        List.of(
            new Paper.Row(texts.get("payment.statement.investor"), Cell.of(investor)),
            new Paper.Row(
                texts.get("payment.statement.made"),
                Cell.of(formats.dateTime(statement.madeAt())))));
    if (statement.lines().isEmpty()) {
      return paper.text(texts.get("payment.statement.none"));
    }
    for (Statement.Line sum : statement.sums()) {
      paper.heading(formats.unit(sum.pledged().currency()));
      paper.table(LINES, lineHead(), lines(sum), true);
    }
    if (!statement.movements().isEmpty()) {
      paper.heading(texts.get("payment.statement.movements"));
      paper.table(MOVEMENTS, movementHead(), movements(receipts), false);
    }
    return paper.small(texts.get("payment.statement.note")).small(texts.get("vetting.legal"));
  }

  private List<Cell> lineHead() {
    return List.of(
        Cell.of(texts.get("payment.receipt.field.listing")),
        head("pledged"),
        head("collected"),
        head("refunded"),
        head("chargedBack"),
        head("net"));
  }

  private Cell head(String name) {
    return Cell.figure(texts.get("payment.statement." + name));
  }

  private List<List<Cell>> lines(Statement.Line sum) {
    List<List<Cell>> rows = new ArrayList<>();
    statement.lines().stream()
        .filter(line -> line.pledged().currency() == sum.pledged().currency())
        .forEach(line -> rows.add(cells(line.listing().title(lang), line)));
    rows.add(cells(texts.get("payment.statement.sum"), sum));
    return rows;
  }

  private List<Cell> cells(String name, Statement.Line line) {
    return List.of(
        Cell.of(name),
        Cell.figure(formats.amountExact(line.pledged())),
        Cell.figure(formats.amountExact(line.collected())),
        Cell.figure(formats.amountExact(line.refunded())),
        Cell.figure(formats.amountExact(line.chargedBack())),
        Cell.figure(formats.amountExact(line.net())));
  }

  private List<Cell> movementHead() {
    return List.of(
        Cell.of(texts.get("payment.statement.date")),
        Cell.of(texts.get("payment.statement.kind")),
        Cell.of(texts.get("payment.receipt.field.listing")),
        Cell.of(texts.get("payment.receipt.field.number")),
        Cell.figure(texts.get("payment.statement.amount")));
  }

  private List<List<Cell>> movements(Map<PledgeId, ReceiptNumber> receipts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Movement one : statement.movements()) {
      ReceiptNumber number = receipts.get(one.pledge());
      rows.add(
          List.of(
              Cell.of(formats.shortDate(one.at())),
              Cell.of(texts.get("payment.movement." + one.kind())),
              Cell.of(one.listing().title(lang)),
              Cell.of(number == null ? "" : "\u2068" + number + "\u2069"),
              Cell.figure(formats.moneyExact(one.total()))));
    }
    return rows;
  }
}
