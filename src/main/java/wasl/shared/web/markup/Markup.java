package wasl.shared.web.markup;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page that holds nothing but markup, read once from its Facelet. A component tree costs such a
 * page four fifths of its time and gives it nothing: no field is typed into, no state is kept.
 *
 * <p>What it understands of Facelets: compositions with templates, definitions, inserts, includes
 * and parameters; {@code ui:fragment}, {@code ui:repeat}, {@code c:if}, {@code c:choose}, view
 * actions, {@code h:outputText} for markup that is safe already, and Wasl's own tags, which are
 * Facelets themselves. Everything else, a form's components above all, is refused when it is read.
 */
public final class Markup {

  private final Part whole;
  private final List<Expression> actions;
  private final int places;

  Markup(Part whole, List<Expression> actions, int places) {
    this.whole = whole;
    this.actions = actions;
    this.places = places;
  }

  /**
   * Reads a Facelet and all that it includes.
   *
   * @param view its path, such as {@code /site/home.xhtml}
   * @param files opens a file by its path, null where there is none
   * @param same what a first word of an expression means to everybody: its members are asked while
   *     the page is read, and what they answer to the page's own words is written down for good. A
   *     member that it does not have is asked of the request's own.
   * @throws IllegalArgumentException where it holds more than markup
   */
  public static Markup read(
      String view, Function<String, InputStream> files, Map<String, Object> same) {
    return new MarkupReader(files, same).read(view);
  }

  /**
   * Runs the page's actions and writes it in UTF-8.
   *
   * @param given what a first word of an expression means, or null
   */
  public byte[] write(Function<String, Object> given) {
    Scope scope = new Scope(given, places);
    for (Expression action : actions) {
      action.in(scope);
    }
    Written out = new Written();
    whole.write(scope, out);
    return out.bytes();
  }
}
