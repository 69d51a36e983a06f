package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
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

  private PaymentIntent charge(String method, long amount, String key) throws Exception {
    return shop.stripe
        .v1()
        .paymentIntents()
        .create(
            Shop.charge(customer, method, amount).build(),
            RequestOptions.builder().setIdempotencyKey(key).build());
  }

  private int charges() throws Exception {
    return shop.control("GET", "state?metadata[pledge]=p1", "").getAsJsonArray("charges").size();
  }

  @Test
  void repeatsTheFirstAnswer() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    PaymentIntent first = charge(method, 5000, "p1-1");
    PaymentIntent again = charge(method, 5000, "p1-1");
    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void repeatsARefusalOfTheCard() throws Exception {
    String method = shop.savedCard(customer, "4000000000000341");
    CardException first =
        catchThrowableOfType(CardException.class, () -> charge(method, 5000, "p1-1"));
    CardException again =
        catchThrowableOfType(CardException.class, () -> charge(method, 5000, "p1-1"));
    assertThat(again.getCharge()).isEqualTo(first.getCharge());
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void refusesTheKeyForOtherParameters() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    charge(method, 5000, "p1-1");
    assertThatThrownBy(() -> charge(method, 5001, "p1-1")).isInstanceOf(IdempotencyException.class);
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void leavesTheKeyFreeWhenTheCallWasRefusedBeforeItBegan() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    assertThatThrownBy(() -> charge(method, 1, "p1-1")).hasMessageContaining("at least");
    assertThat(charge(method, 5000, "p1-1").getStatus()).isEqualTo("succeeded");
  }

  @Test
  void chargesOnceForManyCallsAtATime() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        calls.add(() -> charge(method, 5000, "p1-1").getId());
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> id : threads.invokeAll(calls)) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(24).containsOnly(ids.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void letsNobodyInWithoutTheKey() {
    StripeClient stranger =
        StripeClient.builder()
            .setApiKey("sk_test_other")
            .setApiBase(shop.sandbox.apiBase())
            .build();
    assertThatThrownBy(() -> stranger.v1().customers().list())
        .isInstanceOf(AuthenticationException.class);
  }
}
