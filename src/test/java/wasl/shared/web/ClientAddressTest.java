package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.shared.IpNetwork;

class ClientAddressTest {

  private static final List<IpNetwork> PROXIES = IpNetwork.list("10.0.0.0/8, ::1");

  @Test
  void believesNobodyWithoutProxiesOfOurOwn() {
    assertThat(ClientAddress.of("203.0.113.5", "198.51.100.7", List.of())).isEqualTo("203.0.113.5");
  }

  @Test
  void believesOurProxy() {
    assertThat(ClientAddress.of("10.1.2.3", "198.51.100.7", PROXIES)).isEqualTo("198.51.100.7");
  }

  @Test
  void doesNotBelieveWhatTheClientWroteBeforeTheProxy() {
    assertThat(ClientAddress.of("10.1.2.3", "1.1.1.1, 198.51.100.7", PROXIES))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void looksThroughSeveralProxies() {
    assertThat(ClientAddress.of("::1", "198.51.100.7, 10.9.9.9", PROXIES))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void staysWithTheProxyWhenTheHeaderIsNoAddress() {
    assertThat(ClientAddress.of("10.1.2.3", "evil.example", PROXIES)).isEqualTo("10.1.2.3");
  }

  @Test
  void knowsAnIpv6ClientByItsNetwork() {
    assertThat(ClientAddress.of("2001:db8:1:2:aaaa::1", null, PROXIES))
        .isEqualTo(ClientAddress.of("2001:db8:1:2:bbbb::9", null, PROXIES))
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3:aaaa::1", null, PROXIES));
  }

  @Test
  void refusesProxiesThatAreNoAddresses() {
    assertThatThrownBy(() -> IpNetwork.list("proxy.example")).hasMessageContaining("proxy.example");
  }
}
