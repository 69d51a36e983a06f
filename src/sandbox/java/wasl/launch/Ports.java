package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which TCP ports of this machine can be had. */
public final class Ports {

  /** The highest number that a port can have. */
  static final int LAST = 65_535;

  /** Above those from which Linux takes the near ends of connections. */
  private static final int PARTS = 61_000;

  private static final int PARTS_OF_ONE = 4;

  private Ports() {}

  static boolean isFree(int port) {
    if (port > LAST) {
      return false;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A free port for a part of the installation at {@code port}, whose address nobody has to know:
   * the same at each start if it can be had, and far from where people tell installations to
   * listen, so that one at the next port can always be started beside it.
   *
   * @param part from 0 to 3
   */
  static int forPart(int port, int part) {
    int room = (LAST - PARTS) / PARTS_OF_ONE * PARTS_OF_ONE;
    int wanted = PARTS + (port * PARTS_OF_ONE + part) % room;
    int found = wanted == port ? any() : preferably(wanted);
    while (found == port) {
      found = any();
    }
    return found;
  }

  /** That port if it is free, else any other. */
  private static int preferably(int port) {
    return isFree(port) ? port : any();
  }

  public static int any() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param command what is to listen there, such as {@code ./wasl run}
   * @throws LaunchRefused if somebody listens there
   */
  static void demand(int port, String command) {
    if (!isFree(port)) {
      int other = preferably(port + 1000 <= LAST ? port + 1000 : port - 1000);
      throw new LaunchRefused(
          "Port " + port + " is taken by another program.",
          "Choose another one: " + command + " --port " + other);
    }
  }
}
