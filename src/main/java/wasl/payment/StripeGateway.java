package wasl.payment;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Secrets;

/**
 * Everything that is said to Stripe but the charging itself, which is {@link StripeCharges}'. Never
 * called inside a transaction. Each POST carries an idempotency key, so that a repetition on the
 * way is harmless. Longer than others since each kind of call stands here with its answers.
 */
@ApplicationScoped
public class StripeGateway {

  private static final String REFUND_MARK = "refund";

  /** What lies there does not suffice for a refund: it is no matter of the refund. */
  private static final String BALANCE_TOO_SMALL = "balance_insufficient";

  private static final int CONNECT_MILLIS = 3_000;

  /** While an investor waits for a page. */
  private static final int PATIENT_MILLIS = 8_000;

  @Inject
  @ConfigProperty(name = "wasl.stripe.api.key")
  private Optional<String> apiKey;

  @Inject
  @ConfigProperty(name = "wasl.stripe.api.base")
  private Optional<String> apiBase;

  /** How long an answer is waited for before the outcome counts as unknown. */
  @Inject
  @ConfigProperty(name = "wasl.stripe.read.millis", defaultValue = "15000")
  private int readMillis;

  private StripeClient client;

  /** For CDI. */
  protected StripeGateway() {}

  /** A gateway for tests. */
  StripeGateway(String key, String base) {
    apiKey = Optional.of(key);
    apiBase = Optional.of(base);
    readMillis = 15_000;
    connect();
  }

  @PostConstruct
  void connect() {
    Stripe.enableTelemetry = false;
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(apiKey.orElse("sk_none"))
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(readMillis)
            .setMaxNetworkRetries(1);
    apiBase.ifPresent(builder::setApiBase);
    client = builder.build();
  }

  StripeClient client() {
    return client;
  }

  /** A visit to the gateway's page. */
  record Checkout(String session, String url, Instant expiresAt) {}

  /** A saved card. */
  record Card(
      String paymentMethod,
      String customer,
      String setupIntent,
      String brand,
      String last4,
      String expires,
      String fingerprint) {}

  /**
   * A card that was not saved.
   *
   * @param fingerprint the same for the same card; null where the gateway does not tell
   */
  record Unsaved(Optional<PledgeId> pledge, String fingerprint) {}

  /**
   * What became of a refund.
   *
   * @param status succeeded, pending, failed or canceled
   * @param givenAt when the gateway gave it
   */
  record RefundAnswer(String refund, String status, Instant givenAt) {}

  /**
   * What is disputed, and what the gateway has taken for it.
   *
   * @param intent the payment intent behind the charge; null where the gateway names none
   * @param reason the gateway's word for why
   * @param dueAt until when it takes an answer; null where it takes none
   */
  record DisputeAnswer(
      String dispute,
      String charge,
      String intent,
      Money amount,
      Money fee,
      String status,
      String reason,
      Instant openedAt,
      Instant dueAt) {}

  /** Money on its way to the bank. */
  record PayoutAnswer(String payout, Money amount, String status, Instant arrival) {

    /** Whether it is with the gateway again, be it after it was paid. */
    boolean cameBack() {
      return status.equals("failed") || status.equals("canceled");
    }
  }

  /**
   * A customer without name or address: the gateway learns of a person only what the card page
   * asks.
   *
   * @throws GatewaySilent where no useful answer came
   */
  String customer(PartyId party) {
    return call(
        () -> {
          Customer customer =
              client
                  .v1()
                  .customers()
                  .create(
                      CustomerCreateParams.builder().putMetadata("party", party.toString()).build(),
                      waiting("wasl-customer-" + party));
          return customer.getId();
        });
  }

  /**
   * Opens a visit to save a card.
   *
   * @param number counts the pledge's visits
   * @param back where the investor comes back to
   * @throws GatewaySilent where no useful answer came
   */
  Checkout openCheckout(
      PledgeId pledge, int number, String customer, String mandate, String back, String cancel) {
    // Who comes again in another language after a lost answer asks for something else.
    String content =
        Secrets.sha256(customer + "|" + mandate + "|" + back + "|" + cancel).substring(0, 16);
    return call(
        () -> {
          SessionCreateParams params =
              SessionCreateParams.builder()
                  .setMode(SessionCreateParams.Mode.SETUP)
                  .setCustomer(customer)
                  .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                  .setSuccessUrl(back)
                  .setCancelUrl(cancel)
                  .setClientReferenceId(pledge.toString())
                  .putMetadata("pledge", pledge.toString())
                  .putMetadata("mandate", mandate)
                  .setSetupIntentData(
                      SessionCreateParams.SetupIntentData.builder()
                          .putMetadata("pledge", pledge.toString())
                          .putMetadata("mandate", mandate)
                          .build())
                  .build();
          Session session =
              client
                  .v1()
                  .checkout()
                  .sessions()
                  .create(
                      params, waiting("wasl-checkout-" + pledge + "-" + number + "-" + content));
          return new Checkout(
              session.getId(), session.getUrl(), Instant.ofEpochSecond(session.getExpiresAt()));
        });
  }

  /**
   * The card that a visit has saved, if it has.
   *
   * @throws GatewaySilent where no useful answer came
   */
  Optional<Card> savedCard(String session) {
    return call(
        () -> {
          Session found =
              client
                  .v1()
                  .checkout()
                  .sessions()
                  .retrieve(
                      session,
                      SessionRetrieveParams.builder()
                          .addExpand("setup_intent.payment_method")
                          .build(),
                      patient());
          SetupIntent intent = found.getSetupIntentObject();
          if (intent == null || !"succeeded".equals(intent.getStatus())) {
            return Optional.<Card>empty();
          }
          return Optional.of(card(intent));
        });
  }

  private static Card card(SetupIntent intent) {
    PaymentMethod method = intent.getPaymentMethodObject();
    PaymentMethod.Card card = method.getCard();
    String expires = String.format(Locale.ROOT, "%02d/%d", card.getExpMonth(), card.getExpYear());
    return new Card(
        method.getId(),
        intent.getCustomer(),
        intent.getId(),
        card.getBrand(),
        card.getLast4(),
        expires,
        card.getFingerprint());
  }

  /**
   * The last card that a visit could not save.
   *
   * @throws GatewaySilent where no useful answer came
   */
  Unsaved unsaved(String setupIntent) {
    return call(
        () -> {
          SetupIntent intent = client.v1().setupIntents().retrieve(setupIntent);
          StripeError error = intent.getLastSetupError();
          PaymentMethod method = error == null ? null : error.getPaymentMethod();
          return new Unsaved(
              PledgeId.parse(String.valueOf(intent.getMetadata().get("pledge"))),
              method == null || method.getCard() == null
                  ? null
                  : method.getCard().getFingerprint());
        });
  }

  /**
   * Ends a visit, so that no card can be saved by it any more. A visit that has ended is fine.
   *
   * @throws GatewaySilent where no useful answer came
   */
  void expireCheckout(String session) {
    fineIfRefused(() -> client.v1().checkout().sessions().expire(session));
  }

  /**
   * Lets the gateway forget a card. One that is forgotten is fine.
   *
   * @throws GatewaySilent where no useful answer came
   */
  void detach(String paymentMethod) {
    fineIfRefused(() -> client.v1().paymentMethods().detach(paymentMethod));
  }

  /**
   * What the gateway kept of a charge; nothing while it has not booked it.
   *
   * @throws GatewaySilent where no useful answer came
   */
  Optional<Money> fee(String charge) {
    return call(
        () -> {
          Charge found =
              client
                  .v1()
                  .charges()
                  .retrieve(
                      charge,
                      ChargeRetrieveParams.builder().addExpand("balance_transaction").build());
          return fee(found.getBalanceTransactionObject());
        });
  }

  static Optional<Money> fee(BalanceTransaction booked) {
    return Optional.ofNullable(booked)
        .map(movement -> Money.minor(movement.getFee(), currency(movement.getCurrency())));
  }

  /**
   * Gives money back. The same refund is given once, however often this is called within a day.
   *
   * @param id our refund's id
   * @param waits how often the gateway has said that its balance is too small: it repeats its
   *     answers under the key
   * @return empty where the gateway refuses for good (disputed, or given back already)
   * @throws GatewayShort where the balance there is too small, and nothing was given
   * @throws GatewaySilent where no useful answer came
   */
  Optional<RefundAnswer> refund(long id, int waits, String intent, Money total) {
    RefundCreateParams params =
        RefundCreateParams.builder()
            .setPaymentIntent(intent)
            .setAmount(total.amountMinor())
            .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
            .putMetadata(REFUND_MARK, Ids.text(id))
            .build();
    String key = "wasl-refund-" + Ids.text(id) + (waits == 0 ? "" : "-" + waits);
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    try {
      return Optional.of(answer(client.v1().refunds().create(params, once)));
    } catch (RateLimitException busy) {
      throw new GatewaySilent(busy);
    } catch (StripeException failed) {
      // silent, repeating a failure it keeps under the key, or refusing: it may be since this very
      // refund was given
      Optional<RefundAnswer> given = searchRefund(id, intent);
      if (given.isEmpty() && BALANCE_TOO_SMALL.equals(failed.getCode())) {
        throw new GatewayShort(failed);
      }
      if (given.isEmpty() && !refusedForGood(failed)) {
        throw new GatewaySilent(failed);
      }
      return given;
    }
  }

  /**
   * The refund that carries our mark, if there is one: for when no answer came, or one that may be
   * about something else. The gateway forgets an idempotency key after a day, and would give the
   * same part twice.
   *
   * @param id our refund's id
   * @throws GatewaySilent where no useful answer came
   */
  Optional<RefundAnswer> searchRefund(long id, String intent) {
    return unlessRefused(() -> StripePages.all(() -> searchedRefund(id, intent)));
  }

  private RefundAnswer searchedRefund(long id, String intent) throws StripeException {
    RefundListParams params =
        RefundListParams.builder().setPaymentIntent(intent).setLimit(100L).build();
    for (Refund refund : client.v1().refunds().list(params).autoPagingIterable()) {
      if (Ids.text(id).equals(refund.getMetadata().get(REFUND_MARK))) {
        return answer(refund);
      }
    }
    return null;
  }

  /**
   * The mark of the refund of ours that the gateway's refund is; nothing where it is none of ours.
   *
   * @throws GatewaySilent where no useful answer came
   */
  Optional<String> refundMark(String refund) {
    return unlessRefused(
        () -> client.v1().refunds().retrieve(refund).getMetadata().get(REFUND_MARK));
  }

  /**
   * A refund as it stands.
   *
   * @throws GatewaySilent where no useful answer came
   */
  RefundAnswer findRefund(String refund) {
    return call(() -> answer(client.v1().refunds().retrieve(refund)));
  }

  private static RefundAnswer answer(Refund refund) {
    return new RefundAnswer(
        refund.getId(), refund.getStatus(), Instant.ofEpochSecond(refund.getCreated()));
  }

  /**
   * A dispute as it stands.
   *
   * @throws GatewaySilent where no useful answer came
   */
  DisputeAnswer dispute(String id) {
    return call(() -> answer(client.v1().disputes().retrieve(id)));
  }

  /**
   * Answers a dispute, once for each text however often this is called.
   *
   * @return the dispute after it; nothing where the gateway takes no answer any more
   * @throws GatewaySilent where no useful answer came
   */
  Optional<DisputeAnswer> answerDispute(String id, String text) {
    DisputeUpdateParams params =
        DisputeUpdateParams.builder()
            .setEvidence(DisputeUpdateParams.Evidence.builder().setUncategorizedText(text).build())
            .setSubmit(true)
            .build();
    String key = "wasl-evidence-" + id + "-" + Secrets.sha256(text).substring(0, 16);
    return unlessRefused(() -> answer(client.v1().disputes().update(id, params, waiting(key))));
  }

  private static DisputeAnswer answer(Dispute dispute) {
    Currency currency = currency(dispute.getCurrency());
    long fee =
        dispute.getBalanceTransactions() == null
            ? 0
            : dispute.getBalanceTransactions().stream().mapToLong(BalanceTransaction::getFee).sum();
    Dispute.EvidenceDetails details = dispute.getEvidenceDetails();
    return new DisputeAnswer(
        dispute.getId(),
        dispute.getCharge(),
        dispute.getPaymentIntent(),
        Money.minor(dispute.getAmount(), currency),
        Money.minor(fee, currency),
        dispute.getStatus(),
        dispute.getReason(),
        Instant.ofEpochSecond(dispute.getCreated()),
        details == null || details.getDueBy() == null
            ? null
            : Instant.ofEpochSecond(details.getDueBy()));
  }

  /**
   * A payout as it stands.
   *
   * @throws GatewaySilent where no useful answer came
   */
  PayoutAnswer payout(String id) {
    return call(
        () -> {
          Payout payout = client.v1().payouts().retrieve(id);
          return new PayoutAnswer(
              id,
              Money.minor(payout.getAmount(), currency(payout.getCurrency())),
              payout.getStatus(),
              Instant.ofEpochSecond(payout.getArrivalDate()));
        });
  }

  /**
   * The currencies in which the account keeps balances: only these are charged.
   *
   * @throws GatewaySilent where no useful answer came
   */
  Set<String> settles() {
    return call(
        () -> {
          Balance balance = client.v1().balance().retrieve();
          List<Balance.Available> all = balance.getAvailable();
          return all.stream()
              .map(one -> one.getCurrency().toUpperCase(Locale.ROOT))
              .collect(Collectors.toSet());
        });
  }

  static Currency currency(String code) {
    return Currency.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private RequestOptions waiting(String key) {
    return RequestOptions.builder()
        .setIdempotencyKey(key)
        .setReadTimeout(Math.min(readMillis, PATIENT_MILLIS))
        .setMaxNetworkRetries(0)
        .build();
  }

  private RequestOptions patient() {
    return RequestOptions.builder()
        .setReadTimeout(Math.min(readMillis, PATIENT_MILLIS))
        .setMaxNetworkRetries(0)
        .build();
  }

  private interface Call<T> {
    T make() throws StripeException;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.make();
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  /** What came of it; empty for null, and where the gateway refuses for good. */
  private static <T> Optional<T> unlessRefused(Call<T> call) {
    try {
      return Optional.ofNullable(call.make());
    } catch (StripeException failed) {
      if (refusedForGood(failed)) {
        return Optional.empty();
      }
      throw new GatewaySilent(failed);
    }
  }

  private static void fineIfRefused(Call<?> call) {
    try {
      call.make();
    } catch (StripeException failed) {
      // what is refused for good is as it should be already
      if (!refusedForGood(failed)) {
        throw new GatewaySilent(failed);
      }
    }
  }

  private static boolean refusedForGood(Throwable failed) {
    return failed instanceof InvalidRequestException refused
        && !(failed instanceof RateLimitException)
        && refused.getStatusCode() != 409;
  }
}
