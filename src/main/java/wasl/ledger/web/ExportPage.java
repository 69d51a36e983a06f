package wasl.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.ledger.ExportLedger;
import wasl.ledger.LedgerExport;
import wasl.ledger.LedgerRefused;
import wasl.shared.Access;
import wasl.shared.Refused;
import wasl.shared.web.Download;

/** {@code /finance/export/{as}}: the whole ledger as a file. */
@Named("ledgerExportPage")
@RequestScoped
public class ExportPage {

  @Inject private Access access;
  @Inject private ExportLedger export;

  private String as;

  /** Answers with the file. */
  public void file() {
    access.require("READ_LEDGER");
    LedgerExport form =
        LedgerExport.of(as).orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    Download.stream(form.fileName(), form.mediaType(), out -> export.handle(form, out));
  }

  public String getAs() {
    return as;
  }

  public void setAs(String as) {
    this.as = as;
  }
}
