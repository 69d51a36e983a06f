package wasl.party.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

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
    return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"), Configured.TRUSTED);
  }

  /** Read once, when the first request comes. */
  private static final class Configured {
    static final List<Network> TRUSTED =
        networks(
            ConfigProvider.getConfig()
                .getOptionalValue("wasl.trusted.proxies", String.class)
                .orElse(""));
  }

  /** The last address of the chain that no proxy of ours has. */
  static String of(String remote, String forwarded, List<Network> trusted) {
    String client = remote;
    if (forwarded != null) {
      String[] chain = forwarded.split(",");
      for (int i = chain.length - 1; i >= 0 && isTrusted(client, trusted); i--) {
        if (bytes(chain[i].trim()) == null) {
          break;
        }
        client = chain[i].trim();
      }
    }
    return known(client);
  }

  static List<Network> networks(String list) {
    return Arrays.stream(list.split(","))
        .map(String::trim)
        .filter(text -> !text.isEmpty())
        .map(Network::of)
        .toList();
  }

  private static boolean isTrusted(String address, List<Network> trusted) {
    byte[] bytes = bytes(address);
    return bytes != null && trusted.stream().anyMatch(network -> network.holds(bytes));
  }

  private static String known(String address) {
    byte[] bytes = bytes(address);
    if (bytes == null || bytes.length == 4) {
      return address;
    }
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      network.append(String.format(java.util.Locale.ROOT, "%02x", bytes[i]));
    }
    return network + "/64";
  }

  /**
   * The bytes of an address written in digits; null for anything else, so that no name is asked.
   */
  private static byte[] bytes(String address) {
    String text = address.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", "");
    if (!text.matches("[0-9a-fA-F:.]+") || !(text.contains(":") || text.matches("[0-9.]{7,15}"))) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException malformed) {
      return null;
    }
  }

  /** An address or a network in CIDR notation. */
  record Network(byte[] address, int bits) {

    static Network of(String text) {
      String[] parts = text.split("/", 2);
      byte[] address = bytes(parts[0]);
      if (address == null) {
        throw new IllegalArgumentException("WASL_TRUSTED_PROXIES: not an address: " + text);
      }
      return new Network(
          address, parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8);
    }

    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
