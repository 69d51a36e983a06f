package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void refusesATakenPortAndNamesAFreeOne() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (var command : new String[] {"./wasl run", "./wasl serve"}) {
        assertThatThrownBy(() -> Ports.demand(taken.getLocalPort(), command))
            .isInstanceOf(LaunchRefused.class)
            .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
            .hasMessageContaining(command + " --port ");
      }
    }
  }

  @Test
  void namesAPortThatExistsInPlaceOfAVeryHighOne() throws Exception {
    try (var taken = high()) {
      assertThatThrownBy(() -> Ports.demand(taken.getLocalPort(), "./wasl run"))
          .isInstanceOf(LaunchRefused.class)
          .extracting(it -> it.getMessage().replaceAll("(?s).*--port ", ""))
          .asString()
          .satisfies(it -> assertThat(Integer.parseInt(it)).isBetween(1, Ports.LAST));
    }
    assertThat(Ports.isFree(Ports.LAST + 1)).isFalse();
  }

  private static ServerSocket high() throws IOException {
    for (int port = Ports.LAST; ; port--) {
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (BindException e) {
        assertThat(port).isGreaterThan(64_536);
      }
    }
  }

  @Test
  void keepsThePartsOfAnInstallationOffItsNeighboursPorts() {
    for (int port : new int[] {80, 8080, 8081, 8082, 8083, 8084, 18_080, 65_532, 65_535}) {
      var parts = IntStream.range(0, 4).map(part -> Ports.forPart(port, part)).toArray();
      assertThat(parts).doesNotHaveDuplicates();
      for (int part : parts) {
        assertThat(Math.abs(part - port)).isGreaterThan(10);
        assertThat(part).isBetween(1, Ports.LAST);
      }
    }
    var own = IntStream.range(0, 4).map(part -> Ports.forPart(8080, part)).boxed().toList();
    var neighbours = IntStream.range(0, 4).map(part -> Ports.forPart(8081, part)).boxed().toList();
    assertThat(own).doesNotContainAnyElementsOf(neighbours);
  }

  @Test
  void refusesAPortThatIsTakenOnAllAddresses() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void takesAnotherPortForAPartWhoseOwnIsTaken() throws Exception {
    int wanted = Ports.forPart(8080, 0);
    try (var taken = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.forPart(8080, 0)).isNotEqualTo(taken.getLocalPort());
    }
  }
}
