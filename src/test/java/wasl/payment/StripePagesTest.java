package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import org.junit.jupiter.api.Test;

class StripePagesTest {

  @Test
  void whatALaterPageMetIsAFaultOfTheGatewayLikeThatOfTheFirst() throws StripeException {
    ApiConnectionException away = new ApiConnectionException("away");
    assertThatThrownBy(
            () ->
                StripePages.all(
                    () -> {
                      throw new RuntimeException("Unable to lazy-load stripe objects", away);
                    }))
        .isSameAs(away);
    IllegalStateException ours = new IllegalStateException("ours");
    assertThatThrownBy(
            () ->
                StripePages.all(
                    () -> {
                      throw ours;
                    }))
        .isSameAs(ours);
    assertThat(StripePages.all(() -> 7)).isEqualTo(7);
  }
}
