package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shop that uses the sandbox as it would use Stripe: stripe-java, and a browser without script.
 */
final class Shop implements AutoCloseable {
  static final String KEY = "sk_test_shop";
  static final String SUCCESS = "http://shop.example/done?session={CHECKOUT_SESSION_ID}";
  static final String CANCEL = "http://shop.example/cancelled";

  final StripeSandbox sandbox;
  final StripeClient stripe;
  private final HttpClient browser = HttpClient.newHttpClient();

  Shop(StripeSandboxSettings settings) {
    sandbox = StripeSandbox.start(settings);
    stripe =
        StripeClient.builder()
            .setApiKey(KEY)
            .setApiBase(sandbox.apiBase())
            .setMaxNetworkRetries(0)
            .setConnectTimeout(2000)
            .setReadTimeout(5000)
            .build();
  }

  static Shop inMemory() {
    return new Shop(StripeSandboxSettings.inMemory(KEY));
  }

  static Shop keptIn(Path folder) {
    return new Shop(StripeSandboxSettings.inMemory(KEY).keptIn(folder));
  }

  Customer customer() throws StripeException {
    return stripe
        .v1()
        .customers()
        .create(CustomerCreateParams.builder().setEmail("zainab@example.org").build());
  }

  Session saveCard(Customer customer) throws StripeException {
    return stripe
        .v1()
        .checkout()
        .sessions()
        .create(
            SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setCustomer(customer.getId())
                .setSuccessUrl(SUCCESS)
                .setCancelUrl(CANCEL)
                .putMetadata("pledge", "p1")
                .build());
  }

  /** A card saved on the hosted page, after authentication if its bank asks. */
  String savedCard(Customer customer, String number) throws Exception {
    Session session = saveCard(customer);
    HttpResponse<String> answer = type(session.getUrl(), number, "12/34", "123");
    if (location(answer).contains("/c/3ds/")) {
      answer = decide(location(answer), "approve");
    }
    if (!location(answer).startsWith("http://shop.example/done")) {
      throw new AssertionError("not saved: " + answer.statusCode() + " " + answer.body());
    }
    Session done = stripe.v1().checkout().sessions().retrieve(session.getId());
    return stripe.v1().setupIntents().retrieve(done.getSetupIntent()).getPaymentMethod();
  }

  /** What charges a saved card while its owner is away. */
  static PaymentIntentCreateParams.Builder charge(Customer customer, String method, long amount) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency("usd")
        .setCustomer(customer.getId())
        .setPaymentMethod(method)
        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
        .addPaymentMethodType("card")
        .setOffSession(true)
        .setConfirm(true)
        .addExpand("latest_charge.balance_transaction")
        .putMetadata("pledge", "p1");
  }

  PaymentIntent charged(Customer customer, String method, long amount) throws StripeException {
    return stripe.v1().paymentIntents().create(charge(customer, method, amount).build());
  }

  HttpResponse<String> type(String url, String number, String expiry, String code)
      throws IOException, InterruptedException {
    return post(url, "number=" + encode(number) + "&expiry=" + encode(expiry) + "&code=" + code);
  }

  HttpResponse<String> decide(String url, String decision)
      throws IOException, InterruptedException {
    return post(absolute(url), "decision=" + decision);
  }

  private HttpResponse<String> post(String url, String form)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(absolute(url)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> open(String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(absolute(url)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String absolute(String url) {
    return url.startsWith("/") ? sandbox.apiBase() + url : url;
  }

  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** A call of the sandbox's own. */
  JsonObject control(String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(sandbox.apiBase() + "/_sandbox/" + path))
                .header("Authorization", "Bearer " + KEY)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.body());
    }
    return Json.parse(answer.body());
  }

  /** Moves the sandbox's clock; what becomes due has happened when this returns. */
  void shiftClock(long seconds) throws Exception {
    control("POST", "clock", "{\"offsetSeconds\":" + seconds + "}");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
