package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {
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
  void savesTheCardTypedOnThePage() throws Exception {
    Session session = shop.saveCard(customer);
    HttpResponse<String> page = shop.open(session.getUrl());
    assertThat(page.body())
        .contains(
            "autocomplete=\"cc-number\"", "autocomplete=\"cc-exp\"", "autocomplete=\"cc-csc\"")
        .containsOnlyOnce("<button")
        .contains(Shop.CANCEL);

    HttpResponse<String> answer =
        shop.type(session.getUrl(), "4242 4242 4242 4242", "12 / 34", "123");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Shop.location(answer))
        .isEqualTo("http://shop.example/done?session=" + session.getId());
    Session done = shop.stripe.v1().checkout().sessions().retrieve(session.getId());
    assertThat(done.getStatus()).isEqualTo("complete");
    SetupIntent intent = shop.stripe.v1().setupIntents().retrieve(done.getSetupIntent());
    assertThat(intent.getStatus()).isEqualTo("succeeded");
    var method = shop.stripe.v1().paymentMethods().retrieve(intent.getPaymentMethod());
    assertThat(method.getCustomer()).isEqualTo(customer.getId());
    assertThat(method.getCard().getLast4()).isEqualTo("4242");
    assertThat(method.getCard().getBrand()).isEqualTo("visa");
    assertThat(method.getCard().getExpYear()).isEqualTo(2034);
  }

  @Test
  void understandsArabicIndicDigits() throws Exception {
    Session session = shop.saveCard(customer);
    HttpResponse<String> answer =
        shop.type(session.getUrl(), "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢", "١٢/٣٤", "123");
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void repeatedSubmitIsHarmless() throws Exception {
    Session session = shop.saveCard(customer);
    shop.type(session.getUrl(), "4242424242424242", "12/34", "123");
    HttpResponse<String> again = shop.type(session.getUrl(), "4242424242424242", "12/34", "123");
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(shop.open(Shop.location(again)).body()).contains("Already done");
    assertThat(shop.stripe.v1().customers().paymentMethods().list(customer.getId()).getData())
        .hasSize(1);
  }

  @Test
  void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
    Session session = shop.saveCard(customer);
    HttpResponse<String> slip = shop.type(session.getUrl(), "4242424242424241", "12/34", "123");
    assertThat(slip.statusCode()).isEqualTo(422);
    assertThat(slip.body()).contains("typing slip", "value=\"4242424242424241\"");
    assertThat(shop.type(session.getUrl(), "4111111111111111", "12/34", "123").body())
        .contains("Only test cards");
    assertThat(shop.type(session.getUrl(), "4242424242424242", "13/34", "123").body())
        .contains("month and year");
    assertThat(shop.type(session.getUrl(), "4242424242424242", "12/20", "123").body())
        .contains("has expired");
    assertThat(shop.type(session.getUrl(), "4242424242424242", "12/34", "12").body())
        .contains("security code");
    assertThat(shop.type(session.getUrl(), "4000000000000002", "12/34", "123").body())
        .contains("The bank declined the card");
    assertThat(shop.type(session.getUrl(), "4242424242424242", "12/34", "123").statusCode())
        .isEqualTo(303);
  }

  @Test
  void speaksTheLanguageAskedFor() throws Exception {
    String url = shop.saveCard(customer).getUrl();
    assertThat(shop.open(url, "Accept-Language", "ar-IQ,ar;q=0.9").body())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "نسخة تجريبية، لا تُسحب فيها أموال");
    assertThat(shop.open(url + "?lang=ckb").body())
        .contains("<html lang=\"ckb\" dir=\"rtl\">", "وەشانی تاقیکاری، هیچ پارەیەک وەرناگیرێت");
    assertThat(shop.open(url, "Accept-Language", "de").body())
        .contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void speaksTheLanguageOfTheShopsAddress() {
    assertThat(PageLanguage.inAddress("http://shop.example/ckb/done?x=/ar/"))
        .isEqualTo(PageLanguage.CKB);
    assertThat(PageLanguage.inAddress("http://shop.example/ar?x")).isEqualTo(PageLanguage.AR);
    assertThat(PageLanguage.inAddress("http://shop.example/done/en/")).isNull();
    assertThat(PageLanguage.inAddress("http://shop.example")).isNull();
  }

  @Test
  void asksTheCardholderToAuthenticate() throws Exception {
    Session session = shop.saveCard(customer);
    String challenge =
        Shop.location(shop.type(session.getUrl(), "4000002500003155", "12/34", "123"));
    assertThat(shop.open(challenge).body()).contains("Approve", "3155");

    HttpResponse<String> refused = shop.decide(challenge, "refuse");
    assertThat(Shop.location(refused)).endsWith("/c/pay/" + session.getId());
    assertThat(shop.open(Shop.location(refused)).body()).contains("was not authenticated");

    challenge = Shop.location(shop.type(session.getUrl(), "4000002500003155", "12/34", "123"));
    assertThat(Shop.location(shop.decide(challenge, "approve"))).contains("shop.example/done");
    assertThat(Shop.location(shop.decide(challenge, "refuse"))).contains("shop.example/done");
  }

  @Test
  void takesAPaymentAtOnce() throws Exception {
    Session session = shop.stripe.v1().checkout().sessions().create(payment(2550).build());
    assertThat(shop.open(session.getUrl()).body()).contains("USD\u00a025.50");
    assertThat(session.getPaymentIntent()).isNull();

    shop.type(session.getUrl(), "4000000000009995", "12/34", "123");
    HttpResponse<String> paid = shop.type(session.getUrl(), "4242424242424242", "12/34", "123");

    assertThat(Shop.location(paid)).contains("shop.example/done");
    Session done = shop.stripe.v1().checkout().sessions().retrieve(session.getId());
    assertThat(done.getPaymentStatus()).isEqualTo("paid");
    PaymentIntent intent = shop.stripe.v1().paymentIntents().retrieve(done.getPaymentIntent());
    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(intent.getAmountReceived()).isEqualTo(2550);
    assertThat(intent.getMetadata()).containsEntry("attempt", "2");
  }

  @Test
  void expiresWhenItsTimeIsOver() throws Exception {
    Session session = shop.saveCard(customer);
    shop.shiftClock(24 * 3600 + 1);
    Session expired = shop.stripe.v1().checkout().sessions().retrieve(session.getId());
    assertThat(expired.getStatus()).isEqualTo("expired");
    assertThat(expired.getUrl()).isNull();
    assertThat(shop.open(session.getUrl()).body()).contains("The time of this page is over");
    assertThat(shop.type(session.getUrl(), "4242424242424242", "12/34", "123").statusCode())
        .isEqualTo(303);
    assertThat(shop.stripe.v1().setupIntents().retrieve(session.getSetupIntent()).getStatus())
        .isEqualTo("canceled");
  }

  @Test
  void canBeExpiredByTheShop() throws Exception {
    Session session = shop.saveCard(customer);
    assertThat(shop.stripe.v1().checkout().sessions().expire(session.getId()).getStatus())
        .isEqualTo("expired");
  }

  @Test
  void showsAFriendlyPageForAnUnknownSession() throws Exception {
    HttpResponse<String> page = shop.open("/c/pay/cs_test_nothing");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Page not found");
  }

  private SessionCreateParams.Builder payment(long amount) {
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setCustomer(customer.getId())
        .setSuccessUrl(Shop.SUCCESS)
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder().putMetadata("attempt", "2").build())
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setProductData(
                            SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Pledge")
                                .build())
                        .build())
                .build());
  }
}
