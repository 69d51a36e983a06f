package wasl.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Institutions;
import wasl.payment.InvestorBooks.Kind;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** Receipts and statements say what the ledger says, to the cent. */
@ExtendWith(ArquillianExtension.class)
class InvestorBooksIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Receipts receipts;
  @Inject private Statements statements;
  @Inject private InvestorTables tables;
  @Inject private Institutions institutions;
  @Inject private PaperPrinter printer;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private Actor one;
  private Actor two;
  private ListingId listing;
  private PledgeId first;
  private PledgeId second;

  @BeforeEach
  void twoInvestorsWhoseCardsWereCharged() {
    gateway.behave();
    one = campaigns.investor();
    two = campaigns.investor();
    listing = campaigns.live(1_000);
    first = gateway.pledged(one, listing, 700, 7, GatewayFixtures.GOOD);
    second = gateway.pledged(two, listing, 300, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
  }

  @Test
  void theStatementsOfAllInvestorsAreTheListingsAccounts() {
    assertThat(collected(one).plus(collected(two)))
        .isEqualTo(books.escrow(listing).plus(books.tips(listing)))
        .isEqualTo(usd(1_007));
    Statement mine = year(one);
    assertThat(mine.lines()).hasSize(1);
    assertThat(mine.lines().get(0).pledged()).isEqualTo(usd(700));
    assertThat(mine.lines().get(0).tips()).isEqualTo(usd(7));
    assertThat(mine.sums().get(0).net()).isEqualTo(usd(707));
    assertThat(statements.of(one.party(), mine.year() - 1).lines()).isEmpty();

    campaigns.stop(listing);
    campaigns.pass(Duration.ofHours(1));
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    Statement after = year(one);
    assertThat(after.lines().get(0).refunded()).isEqualTo(usd(707));
    assertThat(after.lines().get(0).net()).isEqualTo(usd(0));
    assertThat(after.movements(Kind.REFUNDED)).hasSize(1);
    assertThat(receipts.own(first, one.party()).state()).isEqualTo(Receipt.State.REFUNDED);
  }

  @Test
  void aReceiptIsFoundByItsNumberAndReadByItsOwnerOnly() {
    Receipt receipt = receipts.own(first, one.party());
    assertThat(receipt.amount()).isEqualTo(usd(700));
    assertThat(receipt.total()).isEqualTo(usd(707));
    assertThat(receipt.state()).isEqualTo(Receipt.State.VALID);
    assertThat(receipt.statementName()).isEqualTo("WASL* DEMO");
    assertThat(receipt.address()).endsWith("/receipts/" + receipt.number());
    assertThat(receipts.byNumber(receipt.number())).contains(receipt);
    assertThat(receipts.byNumber(ReceiptNumber.next())).isEmpty();
    assertThat(receipts.own(second, two.party()).number()).isNotEqualTo(receipt.number());
    assertThatThrownBy(() -> receipts.own(first, two.party()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PledgeRefused.NotFound()));
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM payment_receipt WHERE pledge IN (?, ?)",
                first.value(),
                second.value()))
        .isEqualTo(2);
    papersArePrintedInTheServerInEachLanguage();
    tablesBeginWithTheMarkAndHoldEveryPayment();
  }

  private void papersArePrintedInTheServerInEachLanguage() {
    for (Lang lang : Lang.values()) {
      byte[] pdf =
          printer.pdf(
              ReceiptPaper.of(
                  receipts.own(first, one.party()),
                  institutions.byCode(Institutions.OPERATOR).orElseThrow(),
                  lang));
      assertThat(new String(pdf, 0, 5, UTF_8)).isEqualTo("%PDF-");
      byte[] statement =
          printer.pdf(
              StatementPaper.of(
                  year(one),
                  "شهد",
                  receipts.numbersOf(List.of(first)),
                  institutions.byCode(Institutions.OPERATOR).orElseThrow(),
                  lang));
      assertThat(new String(statement, 0, 5, UTF_8)).isEqualTo("%PDF-");
    }
  }

  private void tablesBeginWithTheMarkAndHoldEveryPayment() {
    String pledges = new String(tables.pledges(one.party(), Lang.EN), UTF_8);
    assertThat(pledges).startsWith("\uFEFFpledge,state,").contains(first + ",COLLECTED,");
    String payments = new String(tables.payments(one.party(), Lang.EN), UTF_8);
    assertThat(payments.lines()).hasSize(2);
    assertThat(payments).contains("COLLECTED," + first + ",").contains(",707.00,7.00,USD,");
    sql.change("UPDATE listing_business SET name = '=1+1' WHERE id = ?", business());
    assertThat(new String(tables.pledges(one.party(), Lang.EN), UTF_8)).contains(",'=1+1,");
  }

  private long business() {
    return sql.number("SELECT business_id FROM listing WHERE id = ?", listing.value());
  }

  private Statement year(Actor investor) {
    return statements.of(investor.party(), Baghdad.day(clock.instant()).getYear());
  }

  private Money collected(Actor investor) {
    return year(investor).sums().get(0).collected();
  }
}
