package wasl.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.shared.Ids;
import wasl.shared.Lang;

/** Letters leave through the real mail server of the demo. */
@ExtendWith(ArquillianExtension.class)
class DeliveryIT {

  @Inject private Delivery delivery;
  @Inject private Notices notices;

  @Test
  void anAddressThatDoesNotExistCostsNobodyElseTheLetter() {
    long message = Ids.next();
    var letters = List.of(to("no@@address"), to("first@example.org"), to("second@example.org"));

    assertThatThrownBy(() -> delivery.deliver(message, letters))
        .isInstanceOf(AddressException.class);

    assertThat(notices.sent(message, "first@example.org")).isTrue();
    assertThat(notices.sent(message, "second@example.org")).isTrue();
  }

  private static Letter to(String address) {
    Reader reader = new Reader(null, "Sara", null, address, Lang.EN);
    return new Letter(reader, NoticeKind.CONFIRM_EMAIL, Map.of(), "/confirm/x", false);
  }
}
