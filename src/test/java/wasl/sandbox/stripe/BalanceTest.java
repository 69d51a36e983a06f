package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.Payout;
import com.stripe.model.Topup;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.TopupCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final long DAY = 24 * 3600;

  private Shop shop;
  private Customer customer;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.inMemory();
    customer = shop.customer();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void feeIsRoundedHalfUp() {
    assertThat(wasl.sandbox.stripe.Balance.fee(10_000)).isEqualTo(320);
    assertThat(wasl.sandbox.stripe.Balance.fee(50)).isEqualTo(31);
    assertThat(wasl.sandbox.stripe.Balance.fee(500)).isEqualTo(45);
    assertThat(wasl.sandbox.stripe.Balance.fee(517)).isEqualTo(45);
    assertThat(wasl.sandbox.stripe.Balance.fee(518)).isEqualTo(45);
  }

  @Test
  void settlesInDollarsAndEuros() throws Exception {
    Balance balance = shop.stripe.v1().balance().retrieve();
    assertThat(balance.getAvailable())
        .extracting(Balance.Available::getCurrency)
        .containsExactly("usd", "eur");
    assertThat(shop.stripe.v1().accounts().retrieveCurrent().getChargesEnabled()).isTrue();
  }

  @Test
  void paysOutWhatIsAvailableEachDay() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    shop.charged(customer, method, 10_000);
    shop.charged(customer, method, 20_000);
    long net = 10_000 - 320 + 20_000 - 610;
    assertThat(shop.stripe.v1().balance().retrieve().getPending().get(0).getAmount())
        .isEqualTo(net);

    shop.shiftClock(5 * DAY);

    Payout payout = shop.stripe.v1().payouts().list().getData().get(0);
    assertThat(payout.getAmount()).isEqualTo(net);
    assertThat(payout.getStatus()).isEqualTo("paid");
    var movements =
        shop.stripe
            .v1()
            .balanceTransactions()
            .list(BalanceTransactionListParams.builder().setPayout(payout.getId()).build())
            .getData();
    assertThat(movements)
        .extracting(BalanceTransaction::getType)
        .containsExactly("payout", "charge", "charge");
    assertThat(movements.stream().mapToLong(BalanceTransaction::getNet).sum()).isZero();
    assertThat(shop.stripe.v1().payouts().list().getData()).hasSize(1);
  }

  @Test
  void aTopUpIsThereAtOnceAndPaidOutWithTheRest() throws Exception {
    Topup sent =
        shop.stripe
            .v1()
            .topups()
            .create(TopupCreateParams.builder().setAmount(5_000L).setCurrency("usd").build());
    assertThat(sent.getStatus()).isEqualTo("succeeded");
    assertThat(shop.stripe.v1().balanceTransactions().list().getData())
        .singleElement()
        .satisfies(
            movement -> {
              assertThat(movement.getReportingCategory()).isEqualTo("topup");
              assertThat(movement.getSource()).isEqualTo(sent.getId());
              assertThat(movement.getNet()).isEqualTo(5_000);
            });
    shop.shiftClock(5 * DAY);
    assertThat(shop.stripe.v1().payouts().list().getData().get(0).getAmount()).isEqualTo(5_000);
  }

  private Dispute disputed() throws Exception {
    shop.charged(customer, shop.savedCard(customer, "4000000000000259"), 10_000);
    shop.shiftClock(60);
    return shop.stripe.v1().disputes().list(DisputeListParams.builder().build()).getData().get(0);
  }

  @Test
  void opensADisputeAndTakesAmountAndFee() throws Exception {
    Dispute dispute = disputed();
    assertThat(dispute.getStatus()).isEqualTo("needs_response");
    assertThat(dispute.getReason()).isEqualTo("fraudulent");
    assertThat(dispute.getBalanceTransactions())
        .singleElement()
        .satisfies(
            movement -> {
              assertThat(movement.getReportingCategory()).isEqualTo("dispute");
              assertThat(movement.getNet()).isEqualTo(-11_500);
            });
    assertThat(shop.stripe.v1().charges().retrieve(dispute.getCharge()).getDisputed()).isTrue();
  }

  @Test
  void winsADisputeWithWinningEvidence() throws Exception {
    Dispute dispute = disputed();
    shop.stripe
        .v1()
        .disputes()
        .update(
            dispute.getId(),
            DisputeUpdateParams.builder()
                .setEvidence(
                    DisputeUpdateParams.Evidence.builder()
                        .setUncategorizedText("winning_evidence")
                        .build())
                .build());
    shop.shiftClock(120);
    Dispute won = shop.stripe.v1().disputes().retrieve(dispute.getId());
    assertThat(won.getStatus()).isEqualTo("won");
    assertThat(won.getBalanceTransactions()).hasSize(2);
  }

  @Test
  void losesADisputeByClosingItOrBySilence() throws Exception {
    Dispute closed = disputed();
    assertThat(shop.stripe.v1().disputes().close(closed.getId()).getStatus()).isEqualTo("lost");
    Dispute silent = disputed();
    shop.shiftClock(8 * DAY);
    assertThat(shop.stripe.v1().disputes().retrieve(silent.getId()).getStatus()).isEqualTo("lost");
  }
}
