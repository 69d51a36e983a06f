package wasl.shared.web;

import static wasl.shared.web.Address.open;
import static wasl.shared.web.Address.signedIn;

import java.util.List;

/**
 * Every page's address in one table; {@code /{lang}} stands before each. The first match counts.
 */
public final class Addresses {

  /** The table. */
  public static final List<Address> ALL =
      List.of(
          open("/", "/site/home.xhtml"),
          open("/listings", "/site/listings.xhtml"),
          open("/listings/{id}", "/site/listing.xhtml"),
          signedIn("/listings/{id}/pledge", "/pledge/place.xhtml"),
          open("/pay/{token}", "/payment/pay.xhtml"),
          open("/pay/{token}/back", "/payment/back.xhtml"),
          open("/how-it-works", "/site/how.xhtml"),
          open("/fees", "/site/fees.xhtml"),
          open("/safety", "/site/safety.xhtml"),
          open("/about", "/site/about.xhtml"),
          open("/businesses/{id}", "/site/business.xhtml"),
          open("/institutions", "/site/institutions.xhtml"),
          open("/institutions/{code}", "/site/institution.xhtml"),
          open("/style", "/site/style.xhtml"),
          open("/sign-up", "/party/sign-up.xhtml"),
          open("/sign-in", "/party/sign-in.xhtml"),
          signedIn("/sign-in/continue", "/party/resume.xhtml"),
          open("/sign-out", "/party/sign-out.xhtml"),
          open("/confirm/{token}", "/party/confirm.xhtml"),
          open("/forgot", "/party/forgot.xhtml"),
          open("/reset/{token}", "/party/reset.xhtml"),
          open("/invitation/{token}", "/party/invitation.xhtml"),
          signedIn("/my/account", "/party/account.xhtml"),
          signedIn("/my/notices", "/notice/mine.xhtml"),
          signedIn("/my/pledges", "/pledge/mine.xhtml"),
          signedIn("/my/pledges/{id}", "/pledge/one.xhtml"),
          signedIn("/my/pledges/{id}/repair", "/payment/repair.xhtml"),
          signedIn("/my/pledges/{id}/receipt", "/payment/receipt.xhtml"),
          signedIn("/my/pledges/{id}/receipt.pdf", "/payment/receipt-pdf.xhtml"),
          signedIn("/my/statements", "/payment/statement.xhtml"),
          signedIn("/my/statements/{year}", "/payment/statement.xhtml"),
          signedIn("/my/statements/{year}/statement.pdf", "/payment/statement-pdf.xhtml"),
          signedIn("/my/statements/{year}/statement.csv", "/payment/statement-csv.xhtml"),
          signedIn("/my/tables/pledges.csv", "/payment/pledges-csv.xhtml"),
          signedIn("/my/tables/payments.csv", "/payment/payments-csv.xhtml"),
          open("/receipts", "/payment/check-receipt.xhtml"),
          open("/receipts/{number}", "/payment/check-receipt.xhtml"),
          signedIn("/my/listings", "/listing/mine.xhtml"),
          signedIn("/my/listings/new", "/listing/new.xhtml"),
          signedIn("/my/listings/{id}", "/listing/own.xhtml"),
          signedIn("/my/listings/{id}/edit", "/listing/edit.xhtml"),
          signedIn("/my/listings/{id}/edit/{step}", "/listing/edit.xhtml"),
          signedIn("/my/listings/{id}/preview", "/site/preview.xhtml"),
          signedIn("/desk", "/vetting/desk.xhtml"),
          signedIn("/desk/{case}", "/vetting/case.xhtml"),
          signedIn("/finance", "/payment/finance.xhtml"),
          signedIn("/finance/run/{id}", "/payment/run.xhtml"),
          signedIn("/finance/charging", "/payment/charging.xhtml"),
          signedIn("/finance/tasks", "/task/tasks.xhtml"),
          signedIn("/finance/tasks/{id}", "/task/task.xhtml"),
          signedIn("/finance/refunds", "/finance/refunds.xhtml"),
          signedIn("/finance/refunds/{id}", "/finance/refund.xhtml"),
          signedIn("/finance/disputes", "/finance/disputes.xhtml"),
          signedIn("/finance/disputes/{id}", "/finance/dispute.xhtml"),
          signedIn("/finance/reconciliation", "/finance/reconciliations.xhtml"),
          signedIn("/finance/reconciliation/{id}", "/finance/reconciliation.xhtml"),
          signedIn("/finance/accounts", "/ledger/accounts.xhtml"),
          signedIn("/finance/accounts/{id}", "/ledger/account.xhtml"),
          signedIn("/finance/accounts/{id}/statement.csv", "/ledger/statement-csv.xhtml"),
          signedIn("/finance/export/{as}", "/ledger/export.xhtml"),
          signedIn("/finance/journals", "/ledger/journals.xhtml"),
          signedIn("/finance/journals/{id}", "/ledger/journal.xhtml"),
          signedIn("/finance/journals/{id}/reverse", "/finance/reverse.xhtml"),
          signedIn("/finance/search", "/finance/search.xhtml"),
          signedIn("/finance/outbox", "/outbox/operator.xhtml"),
          signedIn("/admin", "/site/admin.xhtml"),
          signedIn("/admin/institutions", "/party/institutions.xhtml"),
          signedIn("/admin/institutions/new", "/party/institution.xhtml"),
          signedIn("/admin/institutions/{id}", "/party/institution.xhtml"),
          signedIn("/admin/invitations", "/party/invitations.xhtml"),
          signedIn("/admin/countries", "/party/countries.xhtml"),
          signedIn("/admin/countries/{code}", "/party/country.xhtml"),
          signedIn("/admin/routing", "/vetting/routing.xhtml"));

  private Addresses() {}
}
