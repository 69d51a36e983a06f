package wasl.sandbox.stripe;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Parameters as Stripe takes them: form-encoded, nested by brackets ({@code card[number]=…}, {@code
 * expand[0]=…}, {@code expand[]=…}). What no code asked for is refused at the end, as Stripe
 * refuses parameters it does not know.
 */
final class Params {
  private final String path;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Params> children = new LinkedHashMap<>();
  private final TreeSet<String> unread = new TreeSet<>();

  private Params(String path) {
    this.path = path;
  }

  static Params parse(String form) {
    Params params = new Params("");
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        params.add(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return params;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.invalid("The request is not well encoded: " + e.getMessage(), null);
    }
  }

  private void add(String name, String value) {
    int open = name.indexOf('[');
    if (open < 0) {
      texts.put(name, value);
      unread.add(name);
      return;
    }
    String head = name.substring(0, open);
    int close = name.indexOf(']', open);
    if (close < 0) {
      throw ApiError.invalid("Invalid parameter name: " + name, name);
    }
    Params child = children.computeIfAbsent(head, h -> new Params(named(h)));
    unread.add(head);
    String key = name.substring(open + 1, close);
    String indexed = key.isEmpty() ? String.valueOf(child.texts.size()) : key;
    child.add(indexed + name.substring(close + 1), value);
  }

  private String named(String name) {
    return inside(path, name);
  }

  /** The value, or {@code null} when absent or empty. */
  String text(String name) {
    unread.remove(name);
    String value = texts.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw ApiError.invalid(
          "parameter_missing", "Missing required param: " + named(name) + ".", named(name));
    }
    return value;
  }

  /** One of the allowed values, or {@code null} when absent. */
  String oneOf(String name, String... allowed) {
    String value = text(name);
    if (value != null && !List.of(allowed).contains(value)) {
      throw ApiError.invalid(
          "Invalid " + named(name) + ": must be one of " + String.join(", ", allowed), named(name));
    }
    return value;
  }

  Long number(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw ApiError.invalid("parameter_invalid_integer", "Invalid integer: " + value, named(name));
    }
  }

  boolean flag(String name) {
    return "true".equals(oneOf(name, "true", "false"));
  }

  boolean has(String name) {
    return texts.containsKey(name) || children.containsKey(name);
  }

  /** The nested parameters under the name; empty ones when there are none. */
  Params child(String name) {
    unread.remove(name);
    return children.getOrDefault(name, new Params(named(name)));
  }

  /** Nested parameters in the order they came, for a list of objects. */
  List<Params> children() {
    unread.removeAll(children.keySet());
    return new ArrayList<>(children.values());
  }

  /** A list of plain values. */
  List<String> list(String name) {
    return new ArrayList<>(child(name).all().values());
  }

  /** Every plain value here, by name. */
  Map<String, String> all() {
    unread.removeAll(texts.keySet());
    return texts;
  }

  /** All of these parameters as a form again, so that they can be used later. */
  String form() {
    StringBuilder form = new StringBuilder();
    write(form, "");
    return form.toString();
  }

  private void write(StringBuilder form, String prefix) {
    unread.clear();
    texts.forEach(
        (name, value) ->
            form.append(URLEncoder.encode(inside(prefix, name), StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    children.forEach((name, child) -> child.write(form, inside(prefix, name)));
  }

  private static String inside(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "[" + name + "]";
  }

  /** Accepts parameters that change nothing here. */
  void accept(String... names) {
    for (String name : names) {
      unread.remove(name);
      children.remove(name);
    }
  }

  /** Refuses whatever no code has asked for. */
  void refuseUnread() {
    if (!unread.isEmpty()) {
      String name = named(unread.first());
      throw ApiError.invalid("parameter_unknown", "Received unknown parameter: " + name, name);
    }
    children.values().forEach(Params::refuseUnread);
  }
}
