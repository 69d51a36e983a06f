package wasl.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import wasl.shared.Damage;

class RelayTest {

  /** Of the mail lane the first question meets a class that could not be loaded. */
  private static final class Unloadable extends Messages {
    private final AtomicBoolean met = new AtomicBoolean();
    private final CountDownLatch askedAgain = new CountDownLatch(1);

    @Override
    List<Claimed> claim(Lane lane, String node, int most) {
      if (lane == Lane.MAIL) {
        if (met.compareAndSet(false, true)) {
          throw new NoClassDefFoundError("com/example/Gateway");
        }
        askedAgain.countDown();
      }
      return List.of();
    }

    @Override
    boolean holdLane(Lane lane, String node) {
      return true;
    }
  }

  @Test
  void aLaneGoesOnAfterAnErrorAndTellsThatAnotherStartIsNeeded() throws Exception {
    var relay = new Relay();
    var messages = new Unloadable();
    var damage = new Damage();
    set(relay, "messages", messages);
    set(relay, "damage", damage);
    relay.start(threads());
    try {
      assertThat(messages.askedAgain.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(damage.first()).contains("outbox lane MAIL");
    } finally {
      relay.stop();
    }
  }

  private static BackgroundThreads threads() {
    var bare =
        Proxy.newProxyInstance(
            RelayTest.class.getClassLoader(),
            new Class<?>[] {ContextService.class},
            (proxy, method, arguments) -> arguments[0]);
    return new BackgroundThreads((ContextService) bare);
  }

  private static void set(Relay relay, String field, Object value) throws Exception {
    var of = Relay.class.getDeclaredField(field);
    of.setAccessible(true);
    of.set(relay, value);
  }
}
