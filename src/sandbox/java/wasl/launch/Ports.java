package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which TCP ports of this machine can be had. */
public final class Ports {

  private Ports() {}

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** That port if it is free, else any other: for parts whose address nobody has to know. */
  static int preferably(int port) {
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
   * @throws LaunchRefused if somebody listens there
   */
  static void demand(int port) {
    if (!isFree(port)) {
      throw new LaunchRefused(
          "Port " + port + " is taken by another program.",
          "Choose another one: ./wasl run --port " + preferably(port + 1000));
    }
  }
}
