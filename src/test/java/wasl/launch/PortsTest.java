package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void refusesATakenPortAndNamesAFreeOne() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.demand(taken.getLocalPort()))
          .isInstanceOf(LaunchRefused.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void refusesAPortThatIsTakenOnAllAddresses() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void takesAnotherPortWhereNobodyHasToKnowIt() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.preferably(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }
}
