package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private Mailslot mailslot;
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    mailslot = new Mailslot();
    shop = new Shop(StripeSandboxSettings.inMemory(Shop.KEY));
  }

  @AfterEach
  void close() {
    shop.close();
    mailslot.close();
  }

  private void listen() {
    shop.sandbox.tellWebhooks(mailslot.url(), Mailslot.SECRET);
  }

  @Test
  void signsAsStripeDoes() throws Exception {
    listen();
    Customer customer = shop.customer();
    String method = shop.savedCard(customer, "4242424242424242");
    shop.charged(customer, method, 5000);

    Mailslot.Letter letter = mailslot.next("payment_intent.succeeded");
    Event event = Webhook.constructEvent(letter.body(), letter.signature(), Mailslot.SECRET);
    PaymentIntent intent =
        (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(intent.getMetadata()).containsEntry("pledge", "p1");
    assertThat(event.getApiVersion()).isEqualTo(com.stripe.Stripe.API_VERSION);
    String altered = letter.body().replace("p1", "p2");
    assertThatThrownBy(() -> Webhook.constructEvent(altered, letter.signature(), Mailslot.SECRET))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void signsWithEverySecretDuringARotation() throws Exception {
    shop.sandbox.tellWebhooks(mailslot.url(), "whsec_old, whsec_new");
    shop.customer();
    Mailslot.Letter letter = mailslot.next("customer.created");
    Webhook.constructEvent(letter.body(), letter.signature(), "whsec_old");
    Webhook.constructEvent(letter.body(), letter.signature(), "whsec_new");
  }

  @Test
  void triesAgainUntilTheEndpointAccepts() throws Exception {
    listen();
    mailslot.refusals.set(2);
    shop.customer();
    mailslot.next("customer.created");
    assertThat(mailslot.refusals).hasValue(0);
  }

  @Test
  void listsWhatWasNotDelivered() throws Exception {
    shop.customer();
    EventListParams undelivered = EventListParams.builder().setDeliverySuccess(false).build();
    assertThat(shop.stripe.v1().events().list(undelivered).getData())
        .singleElement()
        .satisfies(event -> assertThat(event.getPendingWebhooks()).isEqualTo(1));

    listen();
    mailslot.next("customer.created");
    while (shop.control("GET", "idle", "").get("undelivered").getAsInt() > 0) {
      Thread.onSpinWait();
    }
    assertThat(shop.stripe.v1().events().list(undelivered).getData()).isEmpty();
  }

  @Test
  void tellsEachStepOfSavingACard() throws Exception {
    listen();
    shop.savedCard(shop.customer(), "4242424242424242");
    mailslot.next("checkout.session.completed");
    assertThat(shop.stripe.v1().events().list().getData())
        .extracting(Event::getType)
        .contains("setup_intent.succeeded", "payment_method.attached");
  }
}
