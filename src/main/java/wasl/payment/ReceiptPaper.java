package wasl.payment;

import java.util.ArrayList;
import java.util.List;
import wasl.money.Formats;
import wasl.party.Institution;
import wasl.shared.Lang;
import wasl.shared.Paper;
import wasl.shared.Paper.Cell;
import wasl.shared.Paper.Row;
import wasl.shared.QrCode;
import wasl.shared.Texts;

/** A receipt on paper: the same facts and words as its page. */
public final class ReceiptPaper {

  private ReceiptPaper() {}

  /** The paper in a language. */
  public static Paper of(Receipt receipt, Institution issuer, Lang lang) {
    Texts texts = Texts.in(lang);
    Formats formats = Formats.in(lang);
    List<Row> rows = new ArrayList<>();
    rows.add(row(texts, "number", Cell.figure(receipt.number().toString())));
    rows.add(row(texts, "state", Cell.of(texts.get("payment.receipt.state." + receipt.state()))));
    rows.add(row(texts, "listing", Cell.of(receipt.listing().title(lang))));
    rows.add(row(texts, "business", Cell.of(receipt.listing().businessName())));
    rows.add(
        row(
            texts,
            "model",
            Cell.of(texts.get("listing.fundingModel." + receipt.listing().model()))));
    rows.add(row(texts, "amount", Cell.of(formats.moneyExact(receipt.amount()))));
    rows.add(row(texts, "tip", Cell.of(formats.moneyExact(receipt.tip()))));
    rows.add(row(texts, "total", Cell.of(formats.moneyExact(receipt.total()))));
    rows.add(row(texts, "chargedAt", Cell.of(formats.dateTime(receipt.chargedAt()))));
    rows.add(row(texts, "statementName", Cell.figure(receipt.statementName())));
    if (receipt.lost().isPositive()) {
      rows.add(row(texts, "lost", Cell.of(formats.moneyExact(receipt.lost()))));
    }
    Paper paper = new Paper(lang, texts.get("payment.receipt.title")).head(issuer.name(lang));
    paper.rows(rows);
    if (!receipt.refunds().isEmpty()) {
      paper.heading(texts.get("payment.receipt.refunds"));
      paper.rows(
          receipt.refunds().stream()
              .map(
                  back ->
                      new Row(
                          texts.get("payment.refundState." + back.state()),
                          Cell.of(
                              formats.moneyExact(back.total())
                                  + texts.get("payment.receipt.comma")
                                  + formats.date(back.at()))))
              .toList());
    }
    paper.heading(texts.get("payment.receipt.meaning"));
    paper.text(texts.get("payment.receipt.is"));
    paper.text(texts.get("payment.receipt.model." + receipt.listing().model()));
    paper.text(texts.get("payment.receipt.isNot"));
    paper.text(texts.get("vetting.legal"));
    paper.code(QrCode.of(receipt.address()), texts.get("payment.receipt.code"), receipt.address());
    return paper.small(texts.get("payment.receipt.check"));
  }

  private static Row row(Texts texts, String name, Cell value) {
    return new Row(texts.get("payment.receipt.field." + name), value);
  }
}
