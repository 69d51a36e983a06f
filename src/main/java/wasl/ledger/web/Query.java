package wasl.ledger.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** The query of an address, without what is empty. */
final class Query {

  private final StringJoiner parts = new StringJoiner("&");

  Query add(String name, String value) {
    if (value != null && !value.isBlank()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return this;
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
