package wasl.shared.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a page, without its language, and the view behind it.
 *
 * @param pattern such as {@code /listings/{id}}
 * @param view the Facelet, such as {@code /site/listing.xhtml}
 * @param signedIn whether only people with an account may come here; what they may do there is
 *     decided by the use cases
 * @param plain whether the page is of nothing but markup, the same for every visitor
 * @param framed whether pages of our own may show it in a frame
 * @param widgets whether the page uses PrimeFaces; no other loads anything of it (ADR 23)
 */
public record Address(
    String pattern,
    String view,
    boolean signedIn,
    boolean plain,
    boolean framed,
    boolean widgets,
    Pattern regex,
    List<String> names) {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  static Address open(String pattern, String view) {
    return of(pattern, view, false, false, false, false);
  }

  static Address plain(String pattern, String view) {
    return of(pattern, view, false, true, false, false);
  }

  static Address signedIn(String pattern, String view) {
    return of(pattern, view, true, false, false, false);
  }

  static Address framed(String pattern, String view) {
    return of(pattern, view, true, false, true, false);
  }

  /** This one, with PrimeFaces. */
  Address withWidgets() {
    return of(pattern, view, signedIn, plain, framed, true);
  }

  private static Address of(
      String pattern,
      String view,
      boolean signedIn,
      boolean plain,
      boolean framed,
      boolean widgets) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(pattern);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    String regex = NAME.matcher(pattern).replaceAll("([^/]+)");
    return new Address(
        pattern,
        view,
        signedIn,
        plain,
        framed,
        widgets,
        Pattern.compile(regex),
        List.copyOf(names));
  }

  /** The values in the path, if it is this address. */
  Optional<Map<String, String>> match(String path) {
    Matcher matcher = regex.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }
}
