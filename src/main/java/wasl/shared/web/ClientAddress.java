package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.shared.IpNetwork;

/**
 * From where a request comes, for throttling. {@code X-Forwarded-For} is believed as far as proxies
 * of our own wrote it: {@code WASL_TRUSTED_PROXIES} lists their addresses or networks ({@code
 * 10.0.0.0/8, ::1}), separated by commas. An IPv6 client is known by its network of 64 bits, which
 * is what one customer gets.
 */
public final class ClientAddress {

  private ClientAddress() {}

  /** The client's address. */
  public static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), forwarded(request), Configured.TRUSTED);
  }

  /**
   * All that was forwarded, in order: some proxies add a header of their own below the client's.
   */
  private static String forwarded(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("X-Forwarded-For"));
    return headers.isEmpty() ? null : String.join(",", headers);
  }

  /** Read once, when the first request comes. */
  private static final class Configured {
    static final List<IpNetwork> TRUSTED =
        IpNetwork.list(
            ConfigProvider.getConfig()
                .getOptionalValue("wasl.trusted.proxies", String.class)
                .orElse(""));
  }

  /** The last address of the chain that no proxy of ours has. */
  static String of(String remote, String forwarded, List<IpNetwork> trusted) {
    String client = remote;
    if (forwarded != null) {
      String[] chain = forwarded.split(",");
      for (int i = chain.length - 1; i >= 0 && isTrusted(client, trusted); i--) {
        if (IpNetwork.bytes(chain[i].trim()) == null) {
          break;
        }
        client = chain[i].trim();
      }
    }
    return known(client);
  }

  private static boolean isTrusted(String address, List<IpNetwork> trusted) {
    byte[] bytes = IpNetwork.bytes(address);
    return bytes != null && trusted.stream().anyMatch(network -> network.holds(bytes));
  }

  private static String known(String address) {
    byte[] bytes = IpNetwork.bytes(address);
    if (bytes == null || bytes.length == 4) {
      return address;
    }
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      network.append(String.format(java.util.Locale.ROOT, "%02x", bytes[i]));
    }
    return network + "/64";
  }
}
