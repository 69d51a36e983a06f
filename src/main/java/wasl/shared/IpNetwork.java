package wasl.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * An address or a network in CIDR notation: {@code 10.0.0.0/8}, {@code ::1}.
 *
 * @param address the network's bytes
 * @param bits how many of them count
 */
public record IpNetwork(byte[] address, int bits) {

  /**
   * The networks in a list separated by commas.
   *
   * @throws IllegalArgumentException names the first part that is no network
   */
  public static List<IpNetwork> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .map(IpNetwork::of)
        .toList();
  }

  private static IpNetwork of(String text) {
    String[] parts = text.split("/", 2);
    byte[] address = bytes(parts[0]);
    String bits = parts.length == 2 ? parts[1] : address == null ? "" : "" + address.length * 8;
    if (address == null
        || !bits.matches("\\d{1,3}")
        || Integer.parseInt(bits) > address.length * 8) {
      throw new IllegalArgumentException("not an address or a network: " + text);
    }
    return new IpNetwork(address, Integer.parseInt(bits));
  }

  /**
   * The bytes of an address written in digits; null for anything else, so that no name is asked.
   */
  public static byte[] bytes(String address) {
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

  /** Whether the address with these bytes lies in this network. */
  public boolean holds(byte[] other) {
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
