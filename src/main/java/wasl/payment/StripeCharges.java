package wasl.payment;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Charging at Stripe: every answer, and every lack of one, becomes a {@link ChargeOutcome}. Never
 * called inside a transaction.
 */
@ApplicationScoped
public class StripeCharges {

  private static final Logger LOG = Logger.getLogger(StripeCharges.class.getName());
  private static final String MARK = "attempt";
  private static final String BOOKED = "latest_charge.balance_transaction";

  /** Stripe takes at most this many characters of what stands on the card's statement. */
  private static final int LONGEST_SUFFIX = 22;

  @Inject private StripeGateway gateway;

  @Inject
  @ConfigProperty(name = "wasl.statement.descriptor", defaultValue = "WASL")
  private String descriptor;

  /** For CDI. */
  protected StripeCharges() {}

  /** For tests. */
  StripeCharges(StripeGateway gateway) {
    this.gateway = gateway;
    this.descriptor = "WASL";
  }

  /** What stands on the card's statement. */
  public String statementName() {
    return descriptor;
  }

  /**
   * Charges the card, once for each attempt however often this is called.
   *
   * @param returnUrl where the investor comes back to from the bank's page; null when nobody is
   *     there
   */
  ChargeOutcome charge(Attempt attempt, String returnUrl) {
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(attempt.total().amountMinor())
            .setCurrency(attempt.total().currency().name().toLowerCase(Locale.ROOT))
            .setCustomer(attempt.customer())
            .setPaymentMethod(attempt.paymentMethod())
            .addPaymentMethodType("card")
            .setConfirm(true)
            .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
            .setStatementDescriptorSuffix(suffix(descriptor))
            .putMetadata(MARK, attempt.mark())
            .putMetadata("pledge", attempt.pledge().toString())
            .putMetadata("listing", attempt.listing().toString())
            .addExpand(BOOKED);
    if (attempt.onSession()) {
      params.setReturnUrl(returnUrl);
    } else {
      params.setOffSession(true);
    }
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey(attempt.idempotencyKey()).build();
    return outcome(() -> read(gateway.client().v1().paymentIntents().create(params.build(), once)));
  }

  /** What became of a payment intent. */
  ChargeOutcome find(String intent) {
    return told(() -> read(retrieve(intent)));
  }

  /**
   * Looks through the customer's payment intents for the attempt's mark: for when no answer came
   * and no id is known.
   */
  ChargeOutcome search(Attempt attempt) {
    return told(() -> StripePages.all(() -> searched(attempt)));
  }

  private ChargeOutcome searched(Attempt attempt) throws StripeException {
    PaymentIntentListParams params =
        PaymentIntentListParams.builder().setCustomer(attempt.customer()).setLimit(100L).build();
    for (PaymentIntent intent :
        gateway.client().v1().paymentIntents().list(params).autoPagingIterable()) {
      if (attempt.mark().equals(intent.getMetadata().get(MARK))) {
        return read(retrieve(intent.getId()));
      }
    }
    return new ChargeOutcome.Absent();
  }

  /** Ends a payment intent that waits for the cardholder; tells what became of it. */
  ChargeOutcome cancel(String intent) {
    try {
      gateway.client().v1().paymentIntents().cancel(intent);
    } catch (InvalidRequestException settled) {
      return find(intent);
    } catch (StripeException failed) {
      return refused(failed);
    }
    return new ChargeOutcome.Declined(intent, DeclineReason.AUTHENTICATION);
  }

  /** The mark of the attempt that a payment intent belongs to. */
  Optional<String> markOf(String intent) {
    try {
      return Optional.ofNullable(retrieve(intent).getMetadata().get(MARK));
    } catch (InvalidRequestException unknown) {
      return Optional.empty();
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  private PaymentIntent retrieve(String intent) throws StripeException {
    return gateway
        .client()
        .v1()
        .paymentIntents()
        .retrieve(intent, PaymentIntentRetrieveParams.builder().addExpand(BOOKED).build());
  }

  /** What became of it. One that nobody has tried yet is no decline: it is under way, or ended. */
  static ChargeOutcome read(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" -> paid(intent);
      case "requires_action", "requires_confirmation" ->
          new ChargeOutcome.ActionNeeded(intent.getId(), address(intent));
      case "requires_payment_method" ->
          intent.getLastPaymentError() == null
              ? new ChargeOutcome.ActionNeeded(intent.getId(), null)
              : new ChargeOutcome.Declined(intent.getId(), reason(intent.getLastPaymentError()));
      case "canceled" -> new ChargeOutcome.Declined(intent.getId(), DeclineReason.AUTHENTICATION);
      default -> new ChargeOutcome.Processing(intent.getId());
    };
  }

  private static ChargeOutcome paid(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    return new ChargeOutcome.Paid(
        intent.getId(),
        intent.getLatestCharge(),
        Instant.ofEpochSecond(charge == null ? intent.getCreated() : charge.getCreated()),
        charge == null
            ? null
            : StripeGateway.fee(charge.getBalanceTransactionObject()).orElse(null));
  }

  private static String address(PaymentIntent intent) {
    PaymentIntent.NextAction action = intent.getNextAction();
    return action == null || action.getRedirectToUrl() == null
        ? null
        : action.getRedirectToUrl().getUrl();
  }

  private static DeclineReason reason(StripeError error) {
    return error == null
        ? DeclineReason.DECLINED
        : DeclineReason.of(error.getCode(), error.getDeclineCode(), error.getAdviceCode());
  }

  private interface Call {
    ChargeOutcome make() throws StripeException;
  }

  private static ChargeOutcome outcome(Call call) {
    try {
      return call.make();
    } catch (StripeException failed) {
      return refused(failed);
    }
  }

  /** As {@link #outcome}, for questions: one that is refused tells nothing about the charge. */
  private static ChargeOutcome told(Call call) {
    try {
      return call.make();
    } catch (InvalidRequestException refused) {
      LOG.log(Level.SEVERE, "the gateway refuses to tell about a charge", refused);
      return new ChargeOutcome.Unknown(refused.getMessage());
    } catch (StripeException failed) {
      return refused(failed);
    }
  }

  private static ChargeOutcome refused(StripeException failed) {
    if (failed instanceof CardException) {
      StripeError error = failed.getStripeError();
      String intent =
          error == null || error.getPaymentIntent() == null
              ? null
              : error.getPaymentIntent().getId();
      return new ChargeOutcome.Declined(intent, reason(error));
    }
    if (failed instanceof RateLimitException
        || failed instanceof AuthenticationException
        || failed instanceof PermissionException) {
      return new ChargeOutcome.Busy(failed.getMessage(), retryAfter(failed));
    }
    if (failed instanceof IdempotencyException) {
      LOG.log(Level.SEVERE, "an attempt was sent twice with different content", failed);
      return new ChargeOutcome.Unknown(failed.getMessage());
    }
    if (failed instanceof InvalidRequestException && !(failed instanceof RateLimitException)) {
      return invalid(failed);
    }
    if (Integer.valueOf(500).equals(failed.getStatusCode())
        && header(failed, "Idempotent-Replayed").isPresent()) {
      return new ChargeOutcome.Spent(failed.getMessage());
    }
    if (!(failed instanceof ApiConnectionException)) {
      LOG.log(Level.WARNING, "the gateway failed", failed);
    }
    return new ChargeOutcome.Unknown(failed.getMessage());
  }

  private static Duration retryAfter(StripeException failed) {
    return header(failed, "Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  private static Optional<String> header(StripeException failed, String name) {
    StripeError error = failed.getStripeError();
    return error == null || error.getLastResponse() == null
        ? Optional.empty()
        : error.getLastResponse().headers().firstValue(name);
  }

  /** The gateway refuses the request itself: nothing was booked, the card cannot be used. */
  private static ChargeOutcome invalid(StripeException failed) {
    if (Integer.valueOf(409).equals(failed.getStatusCode())) {
      return new ChargeOutcome.Unknown(failed.getMessage());
    }
    LOG.log(Level.WARNING, "the gateway refuses a charge", failed);
    return new ChargeOutcome.Declined(null, DeclineReason.CARD_GONE);
  }

  /** Stripe writes {@code PREFIX* SUFFIX}, and puts the account's own prefix there itself. */
  static String suffix(String name) {
    String own = name.substring(name.indexOf('*') + 1);
    String allowed = own.replaceAll("[<>\\\\'\"]", " ").strip();
    return allowed.length() > LONGEST_SUFFIX ? allowed.substring(0, LONGEST_SUFFIX) : allowed;
  }
}
