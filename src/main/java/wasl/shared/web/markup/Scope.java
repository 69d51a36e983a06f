package wasl.shared.web.markup;

import java.util.function.Function;

/** What the words of a page's expressions mean while it is written for one request. */
final class Scope {

  private static final Object NOTHING = new Object();

  private final Function<String, Object> given;
  private final Object[] known;

  /**
   * @param given what a word means that the page itself says nothing about, or null
   * @param places how many variables the page has
   */
  Scope(Function<String, Object> given, int places) {
    this.given = given;
    this.known = new Object[places];
  }

  Object given(String word) {
    return given.apply(word);
  }

  /** A variable's value, asked for at its first use: many are used in one branch only. */
  Object known(int place, Expression of) {
    Object value = known[place];
    if (value == null) {
      value = of.in(this);
      known[place] = value == null ? NOTHING : value;
      return value;
    }
    return value == NOTHING ? null : value;
  }

  void know(int place, Object value) {
    known[place] = value == null ? NOTHING : value;
  }

  void forget(int place) {
    known[place] = null;
  }
}
